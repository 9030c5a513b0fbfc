using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-066: an event with a fatal outcome has grade 5.</summary>
internal sealed class FatalHasGrade5 : IRecordCheck
{
    public string Id => "SSC-066";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var adverseEvent in document.AdverseEvents)
        {
            if (adverseEvent.Text(Variables.AeOutcome) == "Fatal" && adverseEvent.Number(Variables.AeGrade) is { } grade)
            {
                log.Examine(Id);
                if (grade != 5)
                {
                    log.Add(Finding.OfValue(Id, adverseEvent.Usable(Variables.AeGrade)!.Value, ("value", Shown.Of(grade))).Suggesting(5));
                }
            }
        }
    }
}
