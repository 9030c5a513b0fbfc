using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Domain.LungFunction;

/// <summary>Adds % predicted and z-scores, computed with one set of equations, to every visit that has what they need.</summary>
/// <remarks>Age at a visit is the one sent with it, else age at baseline + (study day - 1) / 365.25. Height is the one of the visit, else
/// of the subject. What is missing any of sex, age, height or the measured value gets nothing.</remarks>
public static class Recomputation
{
    private const double DaysPerYear = 365.25;

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

    private static VisitData With(SubjectData subject, VisitData visit, ReferenceChoice choice)
    {
        if (Person(subject, visit, choice) is not { } person)
        {
            return visit;
        }

        var values = visit.Values.ToBuilder();
        foreach (var quantity in Quantities)
        {
            if (visit.Values.GetValueOrDefault(quantity.Measured) is { Number: { } measured } source
                && ReferenceEquations.Predict(quantity.SetOf(choice), quantity.Parameter, person) is { } reference)
            {
                Add($"{quantity.Name}_pct_pred_recomputed", reference.PercentPredicted((double)measured), source);
                Add($"{quantity.Name}_z", reference.ZScore((double)measured), source);
            }
        }

        return visit with { Values = values.ToImmutable() };

        void Add(string variable, double value, PlacedOutcome source) =>
            values[variable] = new PlacedOutcome(new Outcome(variable, OutcomeValue.Of((decimal)value), Cell: null), source.Source);
    }

    private static ReferencePerson? Person(SubjectData subject, VisitData visit, ReferenceChoice choice)
    {
        var sex = visit.Code(Variables.Sex) ?? subject.Code(Variables.Sex);
        var height = visit.Number(Variables.HeightCm) ?? subject.Number(Variables.HeightCm);
        var age = (double?)visit.Number(Variables.AgeYears) ?? AgeByDay(subject, visit);
        var ethnicity = (int?)subject.Number(Variables.EthnicityGli2012) is { } code and >= 1 and <= 5 ? code : choice.Ethnicity;
        return sex is "F" or "M" && height is { } cm && age is { } years
            ? new ReferencePerson(sex == "F" ? Sex.Female : Sex.Male, years, (double)cm, ethnicity)
            : null;
    }

    private static double? AgeByDay(SubjectData subject, VisitData visit) =>
        subject.Number(Variables.AgeYears) is { } baseline && visit.StudyDay is { } day ? (double)baseline + ((day - 1) / DaysPerYear) : null;

    private sealed record Quantity(string Measured, string Name, LungParameter Parameter, Func<ReferenceChoice, ReferenceSet> SetOf);
}
