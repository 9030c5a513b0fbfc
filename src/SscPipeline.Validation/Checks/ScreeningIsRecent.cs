using SscPipeline.Domain.Sites;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-213: a visit before the first dose is at most 30 days before it.</summary>
internal sealed class ScreeningIsRecent : IRecordCheck
{
    public string Id => "SSC-213";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.StudyDay is <= 1 and var day)
            {
                log.Examine(Id);
                if (day < VisitSchedule.Visits[0].Strict.First)
                {
                    log.Add(visit.AtTime(Id, ("day", Shown.Of(day))));
                }
            }
        }
    }
}
