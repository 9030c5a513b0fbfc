using System.Collections.Frozen;

namespace SscPipeline.Domain.LungFunction;

/// <summary>Equations and splines of one set.</summary>
internal sealed class ReferenceTable
{
    private readonly FrozenDictionary<(LungParameter, Sex), ReferenceEquation> equations;
    private readonly FrozenDictionary<(LungParameter, Sex), AgeSpline> splines;
    private readonly double lastAge;

    private ReferenceTable(
        IEnumerable<ReferenceEquation> equations, IEnumerable<KeyValuePair<(LungParameter, Sex), AgeSpline>> splines, double lastAge)
    {
        this.equations = equations.ToFrozenDictionary(equation => (equation.Parameter, equation.Sex));
        this.splines = splines.ToFrozenDictionary();
        this.lastAge = lastAge;
    }

    public static ReferenceTable Load(ReferenceSet set)
    {
        var (file, lastAge) = set switch
        {
            ReferenceSet.Gli2012 => ("gli2012", 95.0),
            ReferenceSet.GliGlobal2022 => ("gliglobal2022", 95.0),
            ReferenceSet.Gli2017 => ("gli2017_transfer", 85.0),
            ReferenceSet.Gli2021 => ("gli2021_tlc", 80.0),
            ReferenceSet.Jian2017 => ("jian2017_china", 80.0),
            _ => throw new ArgumentOutOfRangeException(nameof(set)),
        };
        var splines = NumberTable.Read($"{file}_splines.csv")
            .GroupBy(row => (row.Parameter, row.Sex))
            .Select(rows => KeyValuePair.Create(rows.Key, new AgeSpline(rows)));
        var equations = NumberTable.Read($"{file}_coefficients.csv")
            .Select(row => ReferenceEquation.Of(set, row));
        return new ReferenceTable(equations, splines, lastAge);
    }

    public ReferenceValue? Predict(LungParameter parameter, ReferencePerson person) =>
        equations.TryGetValue((parameter, person.Sex), out var equation)
        && splines[(SplineOf(parameter), person.Sex)] is var spline
        && person.AgeYears >= spline.FirstAge && person.AgeYears <= lastAge
            ? equation.At(person, spline.At(person.AgeYears))
            : null;

    /// <summary>The spline is the same in both units of transfer.</summary>
    private static LungParameter SplineOf(LungParameter parameter) => parameter switch
    {
        LungParameter.Dlco => LungParameter.Tlco,
        LungParameter.KcoTraditional => LungParameter.Kco,
        _ => parameter,
    };
}
