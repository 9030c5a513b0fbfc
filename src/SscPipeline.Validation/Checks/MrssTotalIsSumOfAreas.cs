using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-021: the mRSS total is the sum of its 17 skin areas (each 0 to 3, so 0 to 51).</summary>
/// <remarks>A visit with an area left blank is not examined: its total cannot be checked. Source: doi:10.5301/jsrd.5000231.</remarks>
internal sealed class MrssTotalIsSumOfAreas : IRecordCheck
{
    public string Id => "SSC-021";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.Usable(Variables.MrssTotal) is { } total && visit.Number(Variables.MrssTotal) is { } value
                && Variables.MrssAreas.All(area => visit.Number(area) is not null))
            {
                log.Examine(Id);
                var sum = Variables.MrssAreas.Sum(area => visit.Number(area) ?? 0);
                if (value != sum)
                {
                    log.Add(Finding.OfValue(Id, total, ("value", Shown.Of(value)), ("sum", Shown.Of(sum))).Suggesting(sum));
                }
            }
        }
    }
}
