namespace SscPipeline.Domain.LungFunction;

/// <summary>ln M, ln S and L as sums of terms; a term that a set does not have is 0.</summary>
internal sealed record ReferenceEquation(LungParameter Parameter, Sex Sex, Terms LnM, Terms LnS, Terms L)
{
    public static ReferenceEquation Of(ReferenceSet set, NumberRow row) => new(row.Parameter, row.Sex, LnMOf(set, row), LnSOf(set, row), LOf(set, row));

    public ReferenceValue At(ReferencePerson person, (double L, double M, double S) spline) => new(
        L.At(person) + spline.L,
        Math.Exp(LnM.At(person) + spline.M),
        Math.Exp(LnS.At(person) + spline.S));

    private static Terms LnMOf(ReferenceSet set, NumberRow row) => set switch
    {
        ReferenceSet.Gli2012 => new(row["a0"], row["a1"], row["a2"]) { Ethnicity = [0, row["a3"], row["a4"], row["a5"], row["a6"]] },
        ReferenceSet.Gli2021 => new(row["a0"], row["a2"], row["a1"]),
        ReferenceSet.Jian2017 => new(row["m0"], row["m_h"], row["m_age"]),
        _ => new(row["a0"], row["a1"], row["a2"]),
    };

    private static Terms LnSOf(ReferenceSet set, NumberRow row) => set switch
    {
        ReferenceSet.Gli2012 => new(row["p0"], 0, row["p1"]) { Ethnicity = [0, row["p2"], row["p3"], row["p4"], row["p5"]] },
        ReferenceSet.Gli2021 => new(row["p0"], 0, 0) { Age = row["p1"] },
        ReferenceSet.Jian2017 => new(row["s0"], row["s_h"], row["s_age"]),
        _ => new(row["p0"], 0, row["p1"]),
    };

    private static Terms LOf(ReferenceSet set, NumberRow row) => set switch
    {
        ReferenceSet.Gli2012 or ReferenceSet.GliGlobal2022 => new(row["q0"], 0, row["q1"]),
        ReferenceSet.Jian2017 => new(row["l0"], 0, row["l_age"]),
        _ => new(row["q0"], 0, 0),
    };
}

/// <summary>constant + lnHeight·ln(cm) + lnAge·ln(years) + Age·years + a constant by ethnicity.</summary>
internal sealed record Terms(double Constant, double LnHeight, double LnAge)
{
    public double Age { get; init; }

    /// <summary>By GLI-2012 code less 1; empty in sets without ethnicity.</summary>
    public double[] Ethnicity { get; init; } = [];

    public double At(ReferencePerson person) =>
        Constant + (LnHeight * Math.Log(person.HeightCm)) + (LnAge * Math.Log(person.AgeYears)) + (Age * person.AgeYears)
        + (Ethnicity.Length == 0 ? 0 : Ethnicity[person.Ethnicity - 1]);
}
