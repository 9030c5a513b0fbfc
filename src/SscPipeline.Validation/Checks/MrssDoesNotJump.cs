using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-024: the mRSS changes by at most 15 points between visits at most three months apart.</summary>
/// <remarks>Three months are 92 days. Visits of all documents of the site count.</remarks>
internal sealed class MrssDoesNotJump : ISiteCheck
{
    public string Id => "SSC-024";

    public void Run(SiteView site, FindingLog log)
    {
        foreach (var course in site.Courses(Variables.MrssTotal))
        {
            foreach (var (earlier, later) in Successive.Numbers(course).Where(pair => pair.Later.IsOurs))
            {
                log.Examine(Id);
                var (before, now) = (earlier.Number ?? 0, later.Number ?? 0);
                if (Math.Abs(now - before) > 15)
                {
                    log.Add(site.At(
                        Id, course, Variables.MrssTotal, later,
                        ("before", Shown.Of(before)), ("value", Shown.Of(now)), ("beforeDay", Shown.Of(earlier.StudyDay ?? 0)), ("day", Shown.Of(later.StudyDay ?? 0))));
                }
            }
        }
    }
}
