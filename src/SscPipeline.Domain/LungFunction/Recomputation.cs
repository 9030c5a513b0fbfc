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
        new(Variables.FvcL, "fvc", LungParameter.Fvc, choice => choice.Spirometry),
        new(Variables.Fev1L, "fev1", LungParameter.Fev1, choice => choice.Spirometry),
        new("tlc_l", "tlc", LungParameter.Tlc, choice => choice.Volumes),
        new(Variables.Dlco, "dlco", LungParameter.Dlco, choice => choice.Transfer),
        new("kco", "kco", LungParameter.KcoTraditional, choice => choice.Transfer),
    ];

    public static SiteData WithRecomputed(this SiteData site, ReferenceChoice choice) =>
        site with { Subjects = [.. site.Subjects.Select(subject => subject with { Visits = [.. subject.Visits.Select(visit => With(subject, visit, choice))] })] };

    /// <summary>The age at a visit: as sent with it, else counted from the age at baseline; null when neither is known.</summary>
    public static double? AgeAt(decimal? atVisit, decimal? atBaseline, int? studyDay) =>
        (double?)atVisit ?? (atBaseline is { } baseline && studyDay is { } day ? (double)baseline + ((day - 1) / DaysPerYear) : null);

    private static VisitData With(SubjectData subject, VisitData visit, ReferenceChoice choice)
    {
        var sex = SexOf(visit.Code(Variables.Sex) ?? subject.Code(Variables.Sex));
        if (sex is null || !Quantities.Any(quantity => visit.Values.ContainsKey(quantity.Measured)))
        {
            return visit;
        }

        var age = AgeAt(visit.Number(Variables.AgeYears), subject.Number(Variables.AgeYears), visit.StudyDay);
        var values = visit.Values.ToBuilder();
        AddCorrected(visit, sex.Value, age, values);
        if ((visit.Number(Variables.HeightCm) ?? subject.Number(Variables.HeightCm)) is { } height && age is { } years)
        {
            var ethnicity = (int?)subject.Number(Variables.EthnicityGli2012) is { } code and >= 1 and <= 5 ? code : choice.Ethnicity;
            AddPredicted(visit, new ReferencePerson(sex.Value, years, (double)height, ethnicity), choice, values);
        }

        return visit with { Values = values.ToImmutable() };
    }

    private static void AddCorrected(VisitData visit, Sex sex, double? age, ImmutableSortedDictionary<string, PlacedOutcome>.Builder values)
    {
        if (!values.ContainsKey(DlcoHbAdjusted)
            && visit.Missing.GetValueOrDefault(DlcoHbAdjusted) != MissingReason.Withheld
            && visit.Number(Variables.Dlco) is { } dlco && visit.Number("hb_g_l") is { } hb and > 0)
        {
            values[DlcoHbAdjusted] = Derived(DlcoHbAdjusted, Haemoglobin.Corrected(dlco, hb, sex, age), visit.Values[Variables.Dlco]);
        }
    }

    private static void AddPredicted(
        VisitData visit, ReferencePerson person, ReferenceChoice choice, ImmutableSortedDictionary<string, PlacedOutcome>.Builder values)
    {
        foreach (var quantity in Quantities)
        {
            if (visit.Values.GetValueOrDefault(quantity.Measured) is { Number: { } measured } source
                && ReferenceEquations.Predict(quantity.SetOf(choice), quantity.Parameter, person) is { } reference)
            {
                Add($"{quantity.Name}_pct_pred_recomputed", reference.PercentPredicted((double)measured), source);
                Add($"{quantity.Name}_z", reference.ZScore((double)measured), source);
            }
        }

        void Add(string variable, double value, PlacedOutcome source) => values[variable] = Derived(variable, (decimal)value, source);
    }

    private static PlacedOutcome Derived(string variable, decimal value, PlacedOutcome source) =>
        new(new Outcome(variable, OutcomeValue.Of(value), Cell: null), source.Source);

    private static Sex? SexOf(string? code) => code switch
    {
        "F" => Sex.Female,
        "M" => Sex.Male,
        _ => null,
    };

    private sealed record Quantity(string Measured, string Name, LungParameter Parameter, Func<ReferenceChoice, ReferenceSet> SetOf);
}
