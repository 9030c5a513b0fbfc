using SscPipeline.Domain.Checking;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>An end of a range as messages show it.</summary>
internal static class LimitText
{
    /// <param name="end"><c>min</c> or <c>max</c>.</param>
    public static IssueDetail Of(string end, TypedColumn column, decimal? limit) => limit switch
    {
        null => IssueDetail.Phrase(end, "any"),
        { } day when column.Variable.Type == VariableType.Date => (end, DateOnly.FromDayNumber((int)day).ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
        { } number => (end, Shown.Of(number)),
    };
}
