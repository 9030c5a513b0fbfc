namespace SscPipeline.Reporting.Summaries;

/// <summary>How long and how much imatinib was taken.</summary>
/// <param name="Scope"><c>overall</c> or a site.</param>
/// <param name="TreatmentMonths">From the first dose to the last, while treatment goes on to the cut-off, else to the last visit.</param>
/// <param name="PatientMonths">Sum of the treatment months: the exposure that rates of events refer to.</param>
/// <param name="MeanDailyDoseMg">Cumulative dose by days of treatment.</param>
/// <param name="CumulativeDoseG">A dose holds from the visit that gives it to the next one; before the first visit the subject's own dose, else the first visit's.</param>
/// <param name="DoseFromVisits">Of those with a cumulative dose, whose visits give doses; the others have one dose for all days.</param>
/// <param name="OnTreatmentAtCutOff">No last dose is recorded, or it is not before the cut-off; of those of whom treatment is known.</param>
public sealed record Exposure(
    string Scope,
    Distribution TreatmentMonths,
    double PatientMonths,
    Distribution MeanDailyDoseMg,
    Distribution CumulativeDoseG,
    int? DoseFromVisits,
    Share OnTreatmentAtCutOff);
