using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Domain.LungFunction;

/// <summary>Adds what follows from sex, age, height and measured values to every visit: % predicted and z-scores, computed with one set of
/// equations, and DLCO corrected for haemoglobin where the site did not send it.</summary>
/// <remarks>Age at a visit is the one sent with it, else age at baseline + (study day - 1) / 365.25. Height is the one of the visit, else
/// of the subject. What is missing any of sex, age, height or the measured value gets nothing. What is added stands in no cell.</remarks>
public static class Recomputation
{
    private const double DaysPerYear = 365.25;
    private const string DlcoHbAdjusted = "dlco_hb_adj";

    private static readonly ImmutableArray<Quantity> Quantities =
    [
        new(Variables.FvcL, "fvc_pct_pred_recomputed", "fvc_z", LungParameter.Fvc, choice => choice.Spirometry),
        new(Variables.Fev1L, "fev1_pct_pred_recomputed", "fev1_z", LungParameter.Fev1, choice => choice.Spirometry),
        new("tlc_l", "tlc_pct_pred_recomputed", "tlc_z", LungParameter.Tlc, choice => choice.Volumes),
        new(Variables.Dlco, "dlco_pct_pred_recomputed", "dlco_z", LungParameter.Dlco, choice => choice.Transfer),
        new("kco", "kco_pct_pred_recomputed", "kco_z", LungParameter.KcoTraditional, choice => choice.Transfer),
    ];

    public static SiteData WithRecomputed(this SiteData site, ReferenceChoice choice) =>
        site with { Subjects = [.. site.Subjects.Select(subject => subject with { Visits = [.. subject.Visits.Select(visit => With(subject, visit, choice))] })] };

    /// <summary>The age at a visit: as sent with it, else counted from the age at baseline; null when neither is known.</summary>
    public static double? AgeAt(decimal? atVisit, decimal? atBaseline, int? studyDay) =>
        (double?)atVisit ?? (atBaseline is { } baseline && studyDay is { } day ? (double)baseline + ((day - 1) / DaysPerYear) : null);

    /// <summary>What follows for one visit and is not among its values yet; nothing when sex or every measured value is missing.</summary>
    public static IReadOnlyList<PlacedOutcome> Of(SubjectData subject, VisitData visit, ReferenceChoice choice)
    {
        var sex = SexOf(visit.Code(Variables.Sex) ?? subject.Code(Variables.Sex));
        if (sex is null || !HasMeasured(visit))
        {
            return [];
        }

        var age = AgeAt(visit.Number(Variables.AgeYears), subject.Number(Variables.AgeYears), visit.StudyDay);
        var added = new List<PlacedOutcome>(1 + (2 * Quantities.Length));
        AddCorrected(visit, sex.Value, age, added);
        if ((visit.Number(Variables.HeightCm) ?? subject.Number(Variables.HeightCm)) is { } height && age is { } years)
        {
            var ethnicity = (int?)subject.Number(Variables.EthnicityGli2012) is { } code and >= 1 and <= 5 ? code : choice.Ethnicity;
            AddPredicted(visit, new ReferencePerson(sex.Value, years, (double)height, ethnicity), choice, added);
        }

        return added;
    }

    private static bool HasMeasured(VisitData visit)
    {
        foreach (var quantity in Quantities)
        {
            if (visit.Values.ContainsKey(quantity.Measured))
            {
                return true;
            }
        }

        return false;
    }

    private static VisitData With(SubjectData subject, VisitData visit, ReferenceChoice choice)
    {
        var added = Of(subject, visit, choice);
        return added.Count == 0 ? visit : visit with { Values = visit.Values.SetItems(added.Select(value => KeyValuePair.Create(value.Outcome.Variable, value))) };
    }

    private static void AddCorrected(VisitData visit, Sex sex, double? age, List<PlacedOutcome> added)
    {
        if (!visit.Values.ContainsKey(DlcoHbAdjusted)
            && visit.Missing.GetValueOrDefault(DlcoHbAdjusted) != MissingReason.Withheld
            && visit.Number(Variables.Dlco) is { } dlco && visit.Number("hb_g_l") is { } hb and > 0)
        {
            added.Add(Derived(DlcoHbAdjusted, Haemoglobin.Corrected(dlco, hb, sex, age), visit.Values[Variables.Dlco]));
        }
    }

    private static void AddPredicted(VisitData visit, ReferencePerson person, ReferenceChoice choice, List<PlacedOutcome> added)
    {
        foreach (var quantity in Quantities)
        {
            if (visit.Values.GetValueOrDefault(quantity.Measured) is { Number: { } measured } source
                && ReferenceEquations.Predict(quantity.SetOf(choice), quantity.Parameter, person) is { } reference)
            {
                added.Add(Derived(quantity.PercentPredicted, (decimal)reference.PercentPredicted((double)measured), source));
                added.Add(Derived(quantity.ZScore, (decimal)reference.ZScore((double)measured), source));
            }
        }
    }

    private static PlacedOutcome Derived(string variable, decimal value, PlacedOutcome source) =>
        new(new Outcome(variable, OutcomeValue.Of(value), Cell: null), source.Source);

    private static Sex? SexOf(string? code) => code switch
    {
        "F" => Sex.Female,
        "M" => Sex.Male,
        _ => null,
    };

    private sealed record Quantity(string Measured, string PercentPredicted, string ZScore, LungParameter Parameter, Func<ReferenceChoice, ReferenceSet> SetOf);
}
