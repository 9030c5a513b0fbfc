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
        foreach (var course in site.Courses(Variables.Albumin))
        {
            foreach (var (earlier, later) in Successive.Numbers(course).Where(pair => pair.Later.IsOurs))
            {
                log.Examine(Id);
                var (before, now) = (earlier.Number ?? 0, later.Number ?? 0);
                if (Math.Abs(now - before) > GramsPerLitre)
                {
                    log.Add(site.At(
                        Id, course, Variables.Albumin, later,
                        ("before", Shown.Of(before)), ("value", Shown.Of(now)), ("beforeDay", Shown.Of(earlier.StudyDay ?? 0)), ("day", Shown.Of(later.StudyDay ?? 0))));
                }
            }
        }
    }
}
