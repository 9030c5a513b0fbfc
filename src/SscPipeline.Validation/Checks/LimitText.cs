using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>An end of a range as messages show it.</summary>
internal static class LimitText
{
    public static string Of(TypedColumn column, decimal? limit) => limit switch
    {
        null => "any",
        { } day when column.Variable.Type == VariableType.Date => DateOnly.FromDayNumber((int)day).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        { } number => Shown.Of(number),
    };
}
