using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-058: albumin changes by at most 15 g/L between visits at most three months apart.</summary>
/// <remarks>Three months are 92 days. Visits of all documents of the site count.</remarks>
internal sealed class AlbuminIsSteady : ISiteCheck
{
    private const decimal GramsPerLitre = 15;

    public string Id => "SSC-058";

    public void Run(SiteView site, FindingLog log)
    {
        foreach (var subject in site.Data.Subjects)
        {
            foreach (var (earlier, later) in Successive.Visits(subject, Variables.Albumin))
            {
                var (value, before, now) = (later.Values[Variables.Albumin], earlier.Number(Variables.Albumin) ?? 0, later.Number(Variables.Albumin) ?? 0);
                if (SiteView.IsOurs(value))
                {
                    log.Examine(Id);
                    if (Math.Abs(now - before) > GramsPerLitre)
                    {
                        log.Add(site.At(
                            Id, subject.Subject, value,
                            ("before", Shown.Of(before)), ("value", Shown.Of(now)), ("beforeDay", Shown.Of(earlier.StudyDay ?? 0)), ("day", Shown.Of(later.StudyDay ?? 0))));
                    }
                }
            }
        }
    }
}
