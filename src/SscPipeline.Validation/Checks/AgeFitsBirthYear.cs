using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-059: the age is the year less the year of birth, or a year less.</summary>
/// <remarks>The year is that of a visit's date, and of the first dose for the age among the subject's facts.</remarks>
internal sealed class AgeFitsBirthYear : IRecordCheck
{
    public string Id => "SSC-059";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var record in document.Subjects.Concat(document.Visits))
        {
            var date = record.Visit is { } visit ? visit.Date : document.StartDate(record.Subject);
            if (record.Number(Variables.AgeYears) is { } age && date is { } day && document.Fact(record.Subject, Measured.BirthYear) is { } born)
            {
                log.Examine(Id);
                if (Math.Abs(day.Year - born - age) > 1)
                {
                    log.Add(Finding.OfValue(
                        Id, record.Usable(Variables.AgeYears)!.Value,
                        ("value", Shown.Of(age)), ("born", Shown.Of(born)), ("computed", Shown.Of(day.Year - born)), ("year", Shown.Of(day.Year))));
                }
            }
        }
    }
}
