using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-063: an event of grade 5 is serious and its outcome fatal.</summary>
internal sealed class Grade5IsFatal : IRecordCheck
{
    public string Id => "SSC-063";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var adverseEvent in document.AdverseEvents.Where(adverseEvent => adverseEvent.Number(Variables.AeGrade) == 5))
        {
            log.Examine(Id);
            var serious = adverseEvent.Text(Variables.AeSerious) == "N" ? IssueDetail.Phrase("contradiction", "the event is marked as not serious") : null;
            var outcome = adverseEvent.Text(Variables.AeOutcome) is { } other and not "Fatal" ? IssueDetail.Phrase("contradiction", "the outcome is {outcome}", ("outcome", other)) : null;
            if ((serious ?? outcome) is { } contradiction)
            {
                log.Add(Finding.OfValue(Id, adverseEvent.Usable(Variables.AeGrade)!.Value, contradiction));
            }
        }
    }
}
