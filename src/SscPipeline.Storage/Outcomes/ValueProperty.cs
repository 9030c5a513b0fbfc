using System.Buffers;
using System.Globalization;
using Azure.Data.Tables;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Outcomes;

/// <summary>One value as a property: a number as Edm.Double, a text as a string, a date as Edm.DateTime at midnight UTC.</summary>
/// <remarks>A double keeps 15 significant digits and a table no time before 1601: the rare value beyond that also has its exact text.</remarks>
internal static class ValueProperty
{
    private const int MaxNameLength = 200;
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly SearchValues<char> OfNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly DateOnly FirstDate = new(1601, 1, 1);

    /// <summary>So that it can be a property's name and is never one of ours, which begin with a capital.</summary>
    public static bool IsName(string variable) =>
        variable.Length is > 0 and <= MaxNameLength && char.IsAsciiLetterLower(variable[0])
        && !variable.AsSpan().ContainsAnyExcept(OfNames) && !variable.Contains("__", StringComparison.Ordinal);

    /// <returns>The exact text, where the property alone would not bring the value back.</returns>
    public static string? Write(TableEntity entity, string variable, OutcomeValue value)
    {
        if (value.Number is { } number)
        {
            var approximate = (double)number;
            entity[variable] = approximate;
            return Math.Abs(approximate) < 7.9e28 && (decimal)approximate == number ? null : number.ToString(CultureInfo.InvariantCulture);
        }

        if (value.Date is { } date)
        {
            if (date < FirstDate)
            {
                entity[variable] = date.ToString(DateFormat, CultureInfo.InvariantCulture);
                return entity.GetString(variable);
            }

            entity[variable] = new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero);
            return null;
        }

        TextProperty.Write(
            entity, variable,
            value.Text ?? throw new ArgumentException($"The outcome of variable '{variable}' has no value.", nameof(value)));
        return null;
    }

    /// <summary>Null when the property is not there.</summary>
    public static OutcomeValue? Read(TableEntity entity, string variable, string? exact) => entity[variable] switch
    {
        double or int when exact is not null => OutcomeValue.Of(decimal.Parse(exact, NumberStyles.Number, CultureInfo.InvariantCulture)),
        double number => OutcomeValue.Of((decimal)number),
        int number => OutcomeValue.Of(number),
        DateTimeOffset time => OutcomeValue.Of(DateOnly.FromDateTime(time.UtcDateTime)),
        string when exact is not null => OutcomeValue.Of(DateOnly.ParseExact(exact, DateFormat, CultureInfo.InvariantCulture)),
        _ => TextProperty.Read(entity, variable) is { } text ? OutcomeValue.Of(text) : null,
    };
}
