using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-042: the mRSS at baseline (day -30 to 1) is not 0: who has no thick skin is rarely treated for it.</summary>
internal sealed class MrssIsAboveZeroAtBaseline : IRecordCheck
{
    public string Id => "SSC-042";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits.Where(visit => visit.StudyDay is { } day && VisitSchedule.Visits[0].Strict.Contains(day)))
        {
            if (visit.Number(Variables.MrssTotal) is { } total)
            {
                log.Examine(Id);
                if (total == 0)
                {
                    log.Add(Finding.OfValue(Id, visit.Usable(Variables.MrssTotal)!.Value));
                }
            }
        }
    }
}
