using SscPipeline.Domain.LungFunction;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-037: % predicted as sent was made with the study's set of equations, not with another published one.</summary>
/// <remarks>Once per column, at the first value that is more than 5 points from the recomputed one and explained by another set.</remarks>
internal sealed class PercentPredictedIsOfStudySet : IRecordCheck
{
    public string Id => "SSC-037";

    public void Run(DocumentView document, FindingLog log)
    {
        log.Examine(Id, document.Predicted.Count);
        foreach (var column in document.Predicted.Where(value => value.ExplainedBy is not null).GroupBy(value => value.Percent.Column))
        {
            var first = column.First();
            log.Add(Finding.OfValue(
                Id, first.Percent, ("value", Shown.Of(first.Sent)), ("computed", Shown.Rounded(first.Recomputed)), ("set", first.Set.Name()),
                document.Lexicon.Phrases.Recognise("other", first.ExplainedBy!), ("count", Shown.Of(column.Count()))));
        }
    }
}
