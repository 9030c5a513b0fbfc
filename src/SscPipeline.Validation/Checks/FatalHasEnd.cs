using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-073: an event that the subject died of has an end date or day.</summary>
internal sealed class FatalHasEnd : IRecordCheck
{
    public string Id => "SSC-073";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var adverseEvent in document.AdverseEvents)
        {
            if (adverseEvent.Text(Variables.AeOutcome) == "Fatal" && adverseEvent.Usable(Variables.AeOutcome) is { } outcome)
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
