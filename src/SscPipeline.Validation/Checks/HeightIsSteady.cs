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
        foreach (var course in site.Courses(Variables.HeightCm))
        {
            var before = course.Fact;
            foreach (var value in course.Values)
            {
                if (value.Number is not { } height)
                {
                    continue;
                }

                log.Examine(Id, value.IsOurs ? 1 : 0);
                if (before is { } earlier && Math.Abs(height - earlier) > Centimetres && value.IsOurs)
                {
                    log.Add(site.At(Id, course, Variables.HeightCm, value, ("before", Shown.Of(earlier)), ("value", Shown.Of(height))));
                }

                before = height;
            }
        }
    }
}
