using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-071: an adverse event does not begin before the first dose.</summary>
internal sealed class EventBeginsOnTreatment : IRecordCheck
{
    public string Id => "SSC-071";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var adverseEvent in document.AdverseEvents)
        {
            var onset = (int?)adverseEvent.Number(Variables.AeOnsetStudyDay) ?? document.StudyDay(adverseEvent.Subject, adverseEvent.Date(Variables.AeOnsetDate));
            if (onset is { } day && (adverseEvent.Usable(Variables.AeOnsetStudyDay) ?? adverseEvent.Usable(Variables.AeOnsetDate)) is { } value)
            {
                log.Examine(Id);
                if (day < (document.Fact(adverseEvent.Subject, Variables.ImatinibStartStudyDay) ?? 1))
                {
                    log.Add(Finding.OfValue(Id, value, ("value", value.Shown), ("day", Shown.Of(day))));
                }
            }
        }
    }
}
