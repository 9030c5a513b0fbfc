using System.Globalization;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Validation.Tables;

/// <summary>Numbers as messages show them.</summary>
internal static class Shown
{
    /// <summary>All digits, no trailing zeros.</summary>
    public static string Of(decimal number) => OutcomeValue.Of(number).ToString();

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>At most two decimals, halves away from zero: for what was computed.</summary>
    public static string Rounded(decimal number) => Of(Math.Round(number, 2, MidpointRounding.AwayFromZero));
}
