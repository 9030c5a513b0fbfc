using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-083: a visit is at most 30 days after the last dose.</summary>
internal sealed class VisitIsOnTreatment : IRecordCheck
{
    public string Id => "SSC-083";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.StudyDay is { } day && document.LastDoseDay(visit.Subject) is { } last)
            {
                log.Examine(Id);
                if (day > last + 30)
                {
                    log.Add(visit.AtTime(Id, ("day", Shown.Of(day)), ("last", Shown.Of(last))));
                }
            }
        }
    }
}
