using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-057: the height of an adult changes by at most 3 cm from one visit to the next, and from the subject's facts to the first.</summary>
/// <remarks>Visits of all documents of the site count.</remarks>
internal sealed class HeightIsSteady : ISiteCheck
{
    private const decimal Centimetres = 3;

    public string Id => "SSC-057";

    public void Run(SiteView site, FindingLog log)
    {
        foreach (var subject in site.Data.Subjects)
        {
            var before = subject.Number(Variables.HeightCm);
            foreach (var visit in subject.Visits)
            {
                if (visit.Number(Variables.HeightCm) is not { } height || visit.Values[Variables.HeightCm] is not { } value)
                {
                    continue;
                }

                log.Examine(Id, SiteView.IsOurs(value) ? 1 : 0);
                if (before is { } earlier && Math.Abs(height - earlier) > Centimetres && SiteView.IsOurs(value))
                {
                    log.Add(site.At(Id, subject.Subject, value, ("before", Shown.Of(earlier)), ("value", Shown.Of(height))));
                }

                before = height;
            }
        }
    }
}
