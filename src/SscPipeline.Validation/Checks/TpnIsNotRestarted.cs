using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-055: parenteral nutrition that was stopped is not recorded again later.</summary>
/// <remarks>The summary counts it as discontinued only when no later visit is on it. Visits of all documents of the site count.</remarks>
internal sealed class TpnIsNotRestarted : ISiteCheck
{
    public string Id => "SSC-055";

    public void Run(SiteView site, FindingLog log)
    {
        foreach (var course in site.Courses(Variables.Tpn))
        {
            var (wasOn, stopped) = (false, (int?)null);
            foreach (var value in course.Values.Where(value => value is { StudyDay: not null, Code: not null }))
            {
                var isOn = value.Code == "Y";
                log.Examine(Id, value.IsOurs ? 1 : 0);
                if (isOn && stopped is { } day && value.IsOurs)
                {
                    log.Add(site.At(Id, course, Variables.Tpn, value, ("stopped", Shown.Of(day)), ("day", Shown.Of(value.StudyDay ?? 0))));
                }

                stopped = isOn ? null : stopped ?? (wasOn ? value.StudyDay : null);
                wasOn |= isOn;
            }
        }
    }
}
