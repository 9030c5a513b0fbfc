using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-061: an event ends on its first day or later.</summary>
/// <remarks>Either may be the wrong one, so both are withheld.</remarks>
internal sealed class EventEndsAfterOnset : IRecordCheck
{
    public string Id => "SSC-061";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var adverseEvent in document.AdverseEvents)
        {
            Compare(adverseEvent, Variables.AeOnsetStudyDay, Variables.AeEndStudyDay, log);
            Compare(adverseEvent, Variables.AeOnsetDate, Variables.AeEndDate, log);
        }
    }

    private void Compare(Record adverseEvent, string onset, string end, FindingLog log)
    {
        if (adverseEvent.Usable(onset) is { } first && adverseEvent.Usable(end) is { } last)
        {
            log.Examine(Id);
            if (last.Column.NumberAt(last.Index) < first.Column.NumberAt(first.Index))
            {
                log.Add(Finding.OfValue(Id, last, ("value", last.Shown), ("onset", first.Shown)).And(first));
            }
        }
    }
}
