using SscPipeline.Domain.Checking;
using SscPipeline.Validation.Guides;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>An end of a range as messages show it.</summary>
internal static class LimitText
{
    /// <param name="end"><c>min</c> or <c>max</c>.</param>
    public static IssueDetail Of(string end, TypedColumn column, decimal? limit) =>
        GuideRanges.Shown(column.Variable, limit) is { } shown ? (end, shown) : IssueDetail.Phrase(end, "any");
}
