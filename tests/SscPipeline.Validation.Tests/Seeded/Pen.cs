using System.Globalization;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tests.Seeded;

/// <summary>Writes values into cells as a coordinator of these habits does.</summary>
internal sealed class Pen(Habits habits, Random random)
{
    private static readonly string[] NotOften = ["hb_g_l", "albumin_g_l", "tlc_l", "weight_kg"];
    private static readonly string[] Missing = ["", "NA", "n.d.", "-", "999", "未查", "缺失", "/"];

    public Cell? Write(string variable, object value) => value switch
    {
        AsWritten written => written.Cell,
        Certain { Value: decimal number } => Number(variable, number),
        Certain certain => Write(variable, certain.Value),
        DateOnly date => Date(date),
        string text => Text(variable, text),
        decimal when NotOften.Contains(variable) && random.Next(12) == 0 => OfText(Missing[random.Next(Missing.Length)]),
        decimal number => Number(variable, number),
        _ => throw new InvalidOperationException($"{value.GetType()} cannot be written."),
    };

    private Cell? Text(string variable, string text) => OfText(variable switch
    {
        "sex" when habits.IsChinese => text == "F" ? "女" : "男",
        "sex" when habits.Spelling % 2 == 0 => text == "F" ? "female" : "male",
        "tpn" or "ae_serious" when habits.IsChinese => text == "Y" ? "是" : "否",
        "tpn" or "ae_serious" when habits.Spelling % 2 == 0 => text == "Y" ? "yes" : "no",
        _ => text,
    });

    private Cell Number(string variable, decimal canonical)
    {
        var unit = Vocabulary.Terms[variable].Unit(habits);
        var number = Math.Round(canonical * unit.Factor, unit.Decimals);
        if (habits.HasPercentCells && variable.EndsWith("_pct_pred", StringComparison.Ordinal))
        {
            return Cell.OfNumber(1, (double)(number / 100), new NumberFormat("0.0%"));
        }

        var isMaximum = variable == "mrss_total" && habits.HasMaximum && number == decimal.Truncate(number);
        var flag = habits.HasFlags && variable.EndsWith("_g_l", StringComparison.Ordinal) && random.Next(4) == 0 ? Flag() : "";
        if (habits.Numerals == Numerals.Cells && !isMaximum && flag.Length == 0)
        {
            return Cell.OfNumber(1, (double)number);
        }

        var text = number.ToString(unit.Decimals == 0 || number == decimal.Truncate(number) ? "0" : "0.###", CultureInfo.InvariantCulture);
        var numeral = habits.Numerals switch
        {
            Numerals.Comma => text.Replace('.', ','),
            Numerals.FullWidth => string.Concat(text.Select(letter => (char)(letter + 0xFEE0))),
            _ => text,
        };
        return Cell.OfText(1, isMaximum ? $"{numeral}/51" : numeral + flag);
    }

    private string Flag() => random.Next(4) switch { 0 => " H", 1 => "↓", 2 => " *", _ => " L" };

    private Cell Date(DateOnly date) => habits.Dates switch
    {
        Dates.Serial1900 => Cell.OfNumber(1, date.DayNumber - new DateOnly(1899, 12, 30).DayNumber, new NumberFormat("yyyy-mm-dd")),
        Dates.Serial1904 => Cell.OfNumber(1, date.DayNumber - new DateOnly(1904, 1, 1).DayNumber, new NumberFormat("d-mmm-yy")),
        Dates.DayFirst => Cell.OfText(1, date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)),
        Dates.Chinese => Cell.OfText(1, date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture)),
        Dates.Named => Cell.OfText(1, date.ToString("d-MMM-yyyy", CultureInfo.InvariantCulture)),
        _ => Cell.OfText(1, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    };

    private static Cell? OfText(string text) => text.Length == 0 ? null : Cell.OfText(1, text);
}
