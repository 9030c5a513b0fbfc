using System.Collections.Immutable;

namespace SscPipeline.Domain.Outcomes;

/// <summary>Canonical names that code refers to. The dictionary has all of them, with units and limits.</summary>
public static class Variables
{
    public const string SubjectId = "subject_id";
    public const string SiteId = "site_id";
    public const string VisitLabel = "visit_label";
    public const string VisitDate = "visit_date";
    public const string StudyDay = "study_day";
    public const string VisitMonth = "visit_month";

    public const string Sex = "sex";
    public const string AgeYears = "age_years";
    public const string HeightCm = "height_cm";
    public const string WeightKg = "weight_kg";
    public const string Bmi = "bmi_kg_m2";
    public const string Ild = "ild";
    public const string EthnicityGli2012 = "ethnicity_gli2012";
    public const string ImatinibStartDate = "imatinib_start_date";
    public const string ImatinibStartStudyDay = "imatinib_start_study_day";
    public const string ImatinibLastDoseDate = "imatinib_last_dose_date";
    public const string ImatinibLastDoseStudyDay = "imatinib_last_dose_study_day";
    public const string ImatinibDose = "imatinib_dose_mg_per_day";

    public const string MrssTotal = "mrss_total";
    public const string FvcL = "fvc_l";
    public const string FvcPctPred = "fvc_pct_pred";
    public const string Fev1L = "fev1_l";
    public const string Dlco = "dlco";
    public const string DlcoPctPred = "dlco_pct_pred";
    public const string Albumin = "albumin_g_l";
    public const string Tpn = "tpn";
    public const string HaqDi = "haq_di";
    public const string PatientGlobal = "patient_global";
    public const string PhysicianGlobal = "physician_global";

    public const string AeTerm = "ae_term";
    public const string AeCtcaeTerm = "ae_ctcae_term";
    public const string AeGrade = "ae_grade";
    public const string AeSerious = "ae_serious";
    public const string AeCausality = "ae_causality";
    public const string AeOutcome = "ae_outcome";
    public const string AeAction = "ae_action";
    public const string AeOnsetDate = "ae_onset_date";
    public const string AeOnsetStudyDay = "ae_onset_study_day";
    public const string AeEndDate = "ae_end_date";
    public const string AeEndStudyDay = "ae_end_study_day";

    /// <summary>The 17 skin areas of the modified Rodnan skin score, each 0 to 3. Source: PMID 7562759.</summary>
    public static ImmutableArray<string> MrssAreas { get; } =
    [
        "mrss_area_face", "mrss_area_chest", "mrss_area_abdomen",
        "mrss_area_finger_r", "mrss_area_finger_l", "mrss_area_hand_r", "mrss_area_hand_l",
        "mrss_area_forearm_r", "mrss_area_forearm_l", "mrss_area_uparm_r", "mrss_area_uparm_l",
        "mrss_area_thigh_r", "mrss_area_thigh_l", "mrss_area_leg_r", "mrss_area_leg_l",
        "mrss_area_foot_r", "mrss_area_foot_l",
    ];

    public static ImmutableArray<string> MrssAssessors { get; } = ["mrss_assessor1", "mrss_assessor2", "mrss_assessor3", "mrss_assessor4"];
}
