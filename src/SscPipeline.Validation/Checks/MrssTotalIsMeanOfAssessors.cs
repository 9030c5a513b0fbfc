using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-022: the mRSS total is the mean of its assessors' scores.</summary>
/// <remarks>Not examined when a score cannot be read. Source: doi:10.5301/jsrd.5000231.</remarks>
internal sealed class MrssTotalIsMeanOfAssessors : IRecordCheck
{
    public string Id => "SSC-022";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.Sent(Variables.MrssTotal) is null)
            {
                continue;
            }

            var sent = Variables.MrssAssessors.Where(assessor => visit.Sent(assessor) is not null).ToList();
            if (visit.Usable(Variables.MrssTotal) is { } total && visit.Number(Variables.MrssTotal) is { } value
                && sent.Count > 0 && sent.TrueForAll(assessor => visit.Number(assessor) is not null))
            {
                log.Examine(Id);
                var mean = sent.Average(assessor => visit.Number(assessor) ?? 0);
                if (Math.Abs(value - mean) > Tolerance)
                {
                    log.Add(Finding.OfValue(
                        Id, total, ("value", Shown.Of(value)), ("mean", Shown.Rounded(mean)), ("assessors", Shown.Of(sent.Count))).Suggesting(mean));
                }
            }
        }
    }

    /// <summary>Half a unit of the second decimal: thirds are sent rounded.</summary>
    private const decimal Tolerance = 0.005m;
}
