using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-064: an event of grade 4 is serious.</summary>
internal sealed class Grade4IsSerious : IRecordCheck
{
    public string Id => "SSC-064";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var adverseEvent in document.AdverseEvents)
        {
            if (adverseEvent.Number(Variables.AeGrade) == 4 && adverseEvent.Text(Variables.AeSerious) is { } serious)
            {
                log.Examine(Id);
                if (serious == "N")
                {
                    log.Add(Finding.OfValue(Id, adverseEvent.Usable(Variables.AeGrade)!.Value));
                }
            }
        }
    }
}
