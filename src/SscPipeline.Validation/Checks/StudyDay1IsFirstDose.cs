using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-082: the first dose is on study day 1.</summary>
internal sealed class StudyDay1IsFirstDose : IRecordCheck
{
    public string Id => "SSC-082";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var subject in document.Subjects)
        {
            if (subject.Number(Variables.ImatinibStartStudyDay) is { } day)
            {
                log.Examine(Id);
                if (day != 1)
                {
                    log.Add(Finding.OfValue(Id, subject.Usable(Variables.ImatinibStartStudyDay)!.Value, ("value", Shown.Of(day))));
                }
            }
        }
    }
}
