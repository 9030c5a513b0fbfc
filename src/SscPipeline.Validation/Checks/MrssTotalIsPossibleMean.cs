using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-023: a total without its assessors' scores is a mean of one to four whole numbers.</summary>
internal sealed class MrssTotalIsPossibleMean : IRecordCheck
{
    public string Id => "SSC-023";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.Usable(Variables.MrssTotal) is { } total && visit.Number(Variables.MrssTotal) is { } value
                && Variables.MrssAssessors.All(assessor => visit.Sent(assessor) is null))
            {
                log.Examine(Id);
                if (!Array.Exists(Assessors, count => Math.Abs((value * count) - Math.Round(value * count)) <= Tolerance * count))
                {
                    log.Add(Finding.OfValue(Id, total, ("value", Shown.Of(value))));
                }
            }
        }
    }

    /// <summary>A third sent with one decimal (23.3) is off by a thirtieth; a quarter sent as 23.3 or 23.2 by a twentieth.</summary>
    private const decimal Tolerance = 0.05m;

    private static readonly int[] Assessors = [1, 2, 3, 4];
}
