using SscPipeline.Domain.LungFunction;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-036: % predicted as sent is at most 5 points from the one recomputed with the study's set.</summary>
/// <remarks>Where another published set explains the difference, SSC-037 speaks.</remarks>
internal sealed class PercentPredictedFits : IRecordCheck
{
    public string Id => "SSC-036";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var value in document.Predicted)
        {
            log.Examine(Id);
            if (value.Differs && value.ExplainedBy is null)
            {
                log.Add(Finding.OfValue(
                    Id, value.Percent, ("value", Shown.Of(value.Sent)), ("computed", Shown.Rounded(value.Recomputed)), ("set", value.Set.Name())));
            }
        }
    }
}
