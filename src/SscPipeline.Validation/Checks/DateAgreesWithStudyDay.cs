using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-214: a visit's date and study day are the same day.</summary>
internal sealed class DateAgreesWithStudyDay : IRecordCheck
{
    public string Id => "SSC-214";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.Visit is { Date: not null } && visit.StudyDay is { } computed && visit.Number(Variables.StudyDay) is { } day)
            {
                log.Examine(Id);
                if (day != computed)
                {
                    log.Add(Finding.OfValue(
                        Id, visit.Usable(Variables.StudyDay)!.Value, ("value", Shown.Of(day)), ("computed", Shown.Of(computed))).Suggesting(computed));
                }
            }
        }
    }
}
