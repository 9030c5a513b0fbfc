using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Variables that no site sends and that follow from others of the same visit.</summary>
internal static class DerivedValues
{
    /// <summary>kg/m², from the weight of the visit and the height of the visit, else of the subject.</summary>
    public const string BmiRecomputed = $"{Variables.Bmi}_recomputed";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [BmiRecomputed, DlcoPctPredHbAdjusted, DlcoPctPredRecomputedHbAdjusted];

    private const string DlcoHbAdjusted = "dlco_hb_adj";
    private const string HbAdjusted = "_hb_adj";
    private const string DlcoPctPredHbAdjusted = Variables.DlcoPctPred + HbAdjusted;
    private const string DlcoPctPredRecomputed = $"{Variables.DlcoPctPred}_recomputed";
    private const string DlcoPctPredRecomputedHbAdjusted = DlcoPctPredRecomputed + HbAdjusted;

    /// <summary>DLCO % predicted, the measured value corrected for haemoglobin. The prediction itself is uncorrected (doi:10.1183/13993003.00010-2017),
    /// so both are to each other as the corrected and the uncorrected DLCO are.</summary>
    public static string CorrectedForHaemoglobin(string dlcoPctPred) => dlcoPctPred + HbAdjusted;

    /// <param name="ofVisit">What the visit has of a variable.</param>
    public static decimal? Number(SubjectData subject, Func<string, decimal?> ofVisit, string variable) => variable switch
    {
        BmiRecomputed => (ofVisit(Variables.HeightCm) ?? subject.Number(Variables.HeightCm)) is > 0 and var height
            ? ofVisit(Variables.WeightKg) * 10_000 / (height * height)
            : null,
        DlcoPctPredHbAdjusted => Corrected(ofVisit, Variables.DlcoPctPred),
        DlcoPctPredRecomputedHbAdjusted => Corrected(ofVisit, DlcoPctPredRecomputed),
        _ => throw new ArgumentOutOfRangeException(nameof(variable), variable, "Not a variable that only reports know."),
    };

    private static decimal? Corrected(Func<string, decimal?> ofVisit, string pctPred) =>
        ofVisit(Variables.Dlco) is > 0 and var measured ? ofVisit(pctPred) * ofVisit(DlcoHbAdjusted) / measured : null;
}
