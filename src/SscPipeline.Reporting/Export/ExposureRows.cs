using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Export;

/// <summary>EX: one row for each time of constant daily dose, from the first dose to the last.</summary>
/// <remarks>The same steps as the report's cumulative dose: the subject's dose holds until a visit on treatment states another.</remarks>
internal static class ExposureRows
{
    public static void Add(ExportTable table, ExportSubject subject)
    {
        var steps = Steps(subject);
        for (var i = 0; i < steps.Count; i++)
        {
            var (step, next) = (steps[i], i + 1 < steps.Count ? steps[i + 1] : null);
            if (step.Dose?.Number == 0)
            {
                continue;
            }

            var row = table.Add(subject);
            row["EXTRT"] = "IMATINIB";
            row["EXDOSTOT"] = step.Dose?.Number;
            row["EXDOSU"] = step.Dose is null ? null : "mg";
            row["EXROUTE"] = "ORAL";
            row["SRCREC"] = step.Dose is not null && step.IsOfVisit ? "VISIT" : "SUBJECT";
            row["EPOCH"] = "TREATMENT";
            row["EXSTDTC"] = ExportDay.Iso(step.Date);
            row["EXENDTC"] = ExportDay.Iso(next is null ? subject.LastDoseDate : next.Date?.AddDays(-1));
            row["EXSTDY"] = ExportDay.Of(step.Day);
            row["EXENDY"] = ExportDay.Of(next is null ? subject.Data.LastDoseDay : next.Day - 1);
            row["SRCDAY"] = step.Day;
            row["SRCVAR"] = step.Dose is null ? null : Variables.ImatinibDose;
            if (step.Dose is { } dose)
            {
                row.SetSource(dose.Source, dose.Outcome.Cell);
            }
        }
    }

    private static List<DoseStep> Steps(ExportSubject subject)
    {
        var data = subject.Data;
        var visits = data.Visits
            .Where(visit => visit.StudyDay >= data.StartDay && visit.StudyDay <= (data.LastDoseDay ?? int.MaxValue) && visit.Number(Variables.ImatinibDose) is not null)
            .Select(visit => new DoseStep(visit.StudyDay!.Value, visit.Time.Date, visit.Values[Variables.ImatinibDose], IsOfVisit: true))
            .ToList();
        var ofSubject = data.Facts.GetValueOrDefault(Variables.ImatinibDose) is { Number: not null } fact ? fact : null;
        if (!subject.HasKnownTreatment && ofSubject is null && visits.Count == 0)
        {
            return [];
        }

        var first = new DoseStep(data.StartDay, data.StartDate, ofSubject ?? visits.FirstOrDefault()?.Dose, IsOfVisit: ofSubject is null);
        List<DoseStep> steps = [first];
        foreach (var visit in visits.Where(visit => visit.Dose?.Number != steps[^1].Dose?.Number))
        {
            if (visit.Day == steps[^1].Day)
            {
                steps[^1] = visit with { Date = visit.Date ?? steps[^1].Date };
            }
            else
            {
                steps.Add(visit);
            }
        }

        return steps;
    }

    /// <param name="Day">As the pipeline counts.</param>
    /// <param name="Dose">Milligrams a day; null when no document gives one.</param>
    private sealed record DoseStep(int Day, DateOnly? Date, PlacedOutcome? Dose, bool IsOfVisit);
}
