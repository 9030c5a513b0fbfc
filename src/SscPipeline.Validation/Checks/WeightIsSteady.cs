using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-053: the weight changes by at most 10 % between visits at most three months apart.</summary>
/// <remarks>Three months are 92 days. Visits of all documents of the site count.</remarks>
internal sealed class WeightIsSteady : ISiteCheck
{
    public string Id => "SSC-053";

    public void Run(SiteView site, FindingLog log)
    {
        foreach (var subject in site.Data.Subjects)
        {
            foreach (var (earlier, later) in Successive.Visits(subject, Variables.WeightKg))
            {
                var (value, before, now) = (later.Values[Variables.WeightKg], earlier.Number(Variables.WeightKg) ?? 0, later.Number(Variables.WeightKg) ?? 0);
                if (SiteView.IsOurs(value))
                {
                    log.Examine(Id);
                    if (Math.Abs(now - before) > 0.1m * before)
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
