using System.Collections.Immutable;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Validation.Checks;

/// <summary>A measured value and its % predicted, with the equation that connects them.</summary>
internal sealed record PredictedQuantity(string Measured, string Percent, LungParameter Parameter, Func<ReferenceChoice, ReferenceSet> SetOf)
{
    public static ImmutableArray<PredictedQuantity> All { get; } =
    [
        new(Variables.FvcL, Variables.FvcPctPred, LungParameter.Fvc, choice => choice.Spirometry),
        new(Variables.Fev1L, "fev1_pct_pred", LungParameter.Fev1, choice => choice.Spirometry),
        new(Checks.Measured.TlcL, "tlc_pct_pred", LungParameter.Tlc, choice => choice.Volumes),
        new(Variables.Dlco, Variables.DlcoPctPred, LungParameter.Dlco, choice => choice.Transfer),
        new(Checks.Measured.Kco, "kco_pct_pred", LungParameter.KcoTraditional, choice => choice.Transfer),
    ];

    /// <summary>More than one set is published.</summary>
    public bool IsSpirometry => Parameter is LungParameter.Fvc or LungParameter.Fev1;
}
