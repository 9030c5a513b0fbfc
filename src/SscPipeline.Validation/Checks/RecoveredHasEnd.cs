using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-062: an event that the subject recovered from has an end date or day.</summary>
internal sealed class RecoveredHasEnd : IRecordCheck
{
    public string Id => "SSC-062";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var adverseEvent in document.AdverseEvents)
        {
            if (adverseEvent.Text(Variables.AeOutcome) is "Recovered" or "Recovered with sequelae" && adverseEvent.Usable(Variables.AeOutcome) is { } outcome)
            {
                log.Examine(Id);
                if (adverseEvent.Sent(Variables.AeEndDate) is null && adverseEvent.Sent(Variables.AeEndStudyDay) is null)
                {
                    log.Add(Finding.OfValue(Id, outcome, ("value", outcome.Shown)));
                }
            }
        }
    }
}
