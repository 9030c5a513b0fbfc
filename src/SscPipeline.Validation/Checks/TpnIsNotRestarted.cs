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
        foreach (var subject in site.Data.Subjects)
        {
            var (wasOn, stopped) = (false, (int?)null);
            foreach (var visit in subject.Visits.Where(visit => visit.StudyDay is not null && visit.Code(Variables.Tpn) is not null))
            {
                var (value, isOn) = (visit.Values[Variables.Tpn], visit.Code(Variables.Tpn) == "Y");
                log.Examine(Id, SiteView.IsOurs(value) ? 1 : 0);
                if (isOn && stopped is { } day && SiteView.IsOurs(value))
                {
                    log.Add(site.At(Id, subject.Subject, value, ("stopped", Shown.Of(day)), ("day", Shown.Of(visit.StudyDay ?? 0))));
                }

                stopped = isOn ? null : stopped ?? (wasOn ? visit.StudyDay : null);
                wasOn |= isOn;
            }
        }
    }
}
