using SscPipeline.Domain.Sites;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-212: a visit after the first dose lies in the window of a planned visit.</summary>
internal sealed class VisitLiesInWindow : IRecordCheck
{
    public string Id => "SSC-212";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.StudyDay is > 1 and var day)
            {
                log.Examine(Id);
                if (VisitSchedule.At(day, WindowRule.Strict) is null)
                {
                    log.Add(visit.AtTime(Id, ("day", Shown.Of(day))));
                }
            }
        }
    }
}
