namespace SscPipeline.Validation.Checks;

/// <summary>Canonical names that only checks refer to.</summary>
internal static class Measured
{
    public const string TlcL = "tlc_l";
    public const string VaL = "va_l";
    public const string Kco = "kco";
    public const string Fev1Fvc = "fev1_fvc";
    public const string Haemoglobin = "hb_g_l";
    public const string DlcoHbAdjusted = "dlco_hb_adj";
    public const string HaqDi = "haq_di";
    public const string PatientGlobal = "patient_global";
    public const string PhysicianGlobal = "physician_global";
    public const string BirthYear = "birth_year";
    public const string MrssAssessorCode = "mrss_assessor_code";
    public const string CausalityVerbatim = "ae_causality_verbatim";
    public const string SeriousnessCriteria = "ae_seriousness_criteria";
    public const string TreatmentMonths = "treatment_duration_months";
}
