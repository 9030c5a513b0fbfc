namespace SscPipeline.Validation.Checks;

/// <summary>Canonical names that only checks refer to.</summary>
internal static class Measured
{
    public const string TlcL = "tlc_l";
    public const string VaL = "va_l";
    public const string Kco = "kco";
    public const string CausalityVerbatim = "ae_causality_verbatim";
    public const string TreatmentMonths = "treatment_duration_months";
}
