using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-084: the treatment duration that was sent is (last - first + 1) / 30.4375 within one month.</summary>
internal sealed class TreatmentDurationFits : IRecordCheck
{
    public string Id => "SSC-084";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var subject in document.Subjects)
        {
            if (subject.Number(Measured.TreatmentMonths) is { } months && document.LastDoseDay(subject.Subject) is { } last)
            {
                log.Examine(Id);
                var first = (int?)subject.Number(Variables.ImatinibStartStudyDay) ?? 1;
                var computed = (last - first + 1) / VisitSchedule.DaysPerMonth;
                if (Math.Abs(months - computed) > 1)
                {
                    log.Add(Finding.OfValue(
                        Id, subject.Usable(Measured.TreatmentMonths)!.Value, ("value", Shown.Of(months)), ("computed", Shown.Rounded(computed))).Suggesting(computed));
                }
            }
        }
    }
}
