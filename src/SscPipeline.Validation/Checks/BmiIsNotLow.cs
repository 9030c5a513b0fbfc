using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-056: no body mass index below 18.5 goes unnoticed.</summary>
/// <remarks>Once per subject, at the first such value.</remarks>
internal sealed class BmiIsNotLow : IRecordCheck
{
    private const decimal Underweight = 18.5m;

    public string Id => "SSC-056";

    public void Run(DocumentView document, FindingLog log)
    {
        var marked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in document.Subjects.Concat(document.Visits.OrderBy(visit => visit.StudyDay ?? int.MaxValue)))
        {
            if (record.Number(Variables.Bmi) is { } bmi)
            {
                log.Examine(Id);
                if (bmi < Underweight && marked.Add(record.Subject))
                {
                    log.Add(Finding.OfValue(Id, record.Usable(Variables.Bmi)!.Value, ("value", Shown.Of(bmi))));
                }
            }
        }
    }
}
