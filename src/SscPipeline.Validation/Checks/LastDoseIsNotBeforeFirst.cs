using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-081: the last dose is on the day of the first or later.</summary>
/// <remarks>Either may be the wrong one, so both are withheld.</remarks>
internal sealed class LastDoseIsNotBeforeFirst : IRecordCheck
{
    public string Id => "SSC-081";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var subject in document.Subjects)
        {
            Compare(subject, Variables.ImatinibStartDate, Variables.ImatinibLastDoseDate, log);
            Compare(subject, Variables.ImatinibStartStudyDay, Variables.ImatinibLastDoseStudyDay, log);
        }
    }

    private void Compare(Record subject, string start, string last, FindingLog log)
    {
        if (subject.Usable(start) is { } first && subject.Usable(last) is { } end)
        {
            log.Examine(Id);
            if (end.Column.NumberAt(end.Index) < first.Column.NumberAt(first.Index))
            {
                log.Add(Finding.OfValue(Id, end, ("value", end.Shown), ("first", first.Shown)).And(first));
            }
        }
    }
}
