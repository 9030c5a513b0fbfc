namespace SscPipeline.Domain.LungFunction;

/// <summary>Correction of the transfer factor for haemoglobin, to the standard of 146 g/L in men and 134 g/L in women and children.</summary>
/// <remarks>DLCO x (K + Hb) / (1.7 Hb) with Hb in g/dL. Source: doi:10.1183/13993003.00016-2016; standards PMID 9001318.</remarks>
public static class Haemoglobin
{
    private const decimal GramsPerLitre = 10;
    private const decimal ConstantOfMen = 10.22m;
    private const decimal ConstantOfWomenAndChildren = 9.38m;
    private const double AgeOfMen = 15;

    /// <param name="dlco">In any unit; the result has the same.</param>
    /// <param name="hbGramsPerLitre">More than 0.</param>
    /// <param name="ageYears">From 15 on a man counts as one. Null: an adult.</param>
    /// <exception cref="ArgumentOutOfRangeException">The haemoglobin is 0 or less; the dictionary's limits keep such a value out.</exception>
    public static decimal Corrected(decimal dlco, decimal hbGramsPerLitre, Sex sex, double? ageYears)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hbGramsPerLitre);
        var constant = sex == Sex.Male && ageYears is null or (>= AgeOfMen) ? ConstantOfMen : ConstantOfWomenAndChildren;
        var hb = hbGramsPerLitre / GramsPerLitre;
        return dlco * (constant + hb) / (1.7m * hb);
    }
}
