using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-060: no age above 89, nor a year of birth that tells one. Such ages identify a person: 45 CFR 164.514(b)(2)(i)(C).</summary>
/// <remarks>The value is never quoted. What is above any possible age is a mistake, and SSC-301 speaks.</remarks>
internal sealed class AgeIsAtMost89 : IRecordCheck
{
    private const int Oldest = 89;

    public string Id => "SSC-060";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var record in document.Subjects.Concat(document.Visits))
        {
            if (record.Number(Variables.AgeYears) is { } age)
            {
                log.Examine(Id);
                if (age >= Oldest + 1)
                {
                    log.Add(Finding.OfValue(Id, record.Usable(Variables.AgeYears)!.Value).Suggesting(""));
                }
            }

            if (record.Number(Measured.BirthYear) is { } born && document.StartDate(record.Subject) is { } start)
            {
                log.Examine(Id);
                if (start.Year - born > Oldest + 1)
                {
                    log.Add(Finding.OfValue(Id, record.Usable(Measured.BirthYear)!.Value).Suggesting(""));
                }
            }
        }
    }
}
