using System.Globalization;

namespace SscPipeline.Validation.Dictionary;

/// <summary>A unit that sites use for a variable, and how it becomes the canonical one.</summary>
/// <param name="Spelling">As units.csv has it.</param>
internal sealed record UnitConversion(string Spelling, decimal Factor, decimal Divisor)
{
    public bool IsCanonical => Factor == Divisor;

    /// <summary>What <see cref="Convert"/> does, such as <c>× 10</c> or <c>× 10/3</c>.</summary>
    public string Formula => $"× {Factor.ToString(CultureInfo.InvariantCulture)}{(Divisor == 1 ? "" : $"/{Divisor.ToString(CultureInfo.InvariantCulture)}")}";

    public decimal Convert(decimal value) => IsCanonical ? value : value * Factor / Divisor;

    public static UnitConversion Read(CsvLine line)
    {
        var parts = line["factor"].Split('/');
        return new UnitConversion(line["accepted"], Part(0), parts.Length > 1 ? Part(1) : 1);

        decimal Part(int index) =>
            decimal.TryParse(parts[index], NumberStyles.Number, CultureInfo.InvariantCulture, out var part) && part > 0
                ? part
                : throw line.Broken($"the factor '{line["factor"]}' is not a positive number");
    }
}
