using System.Globalization;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Building;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>Turns the stored form of a cell into a <see cref="Cell"/>: what a type letter and a style number mean in this workbook.</summary>
internal sealed class CellSource(
    List<string> shared, NumberFormat[] formats, TextPool texts, ReadingMeter meter, bool uses1904Dates)
{
    private static readonly NumberFormat s_isoDate = new("yyyy-mm-dd");
    private static readonly NumberFormat s_isoTime = new("yyyy-mm-dd hh:mm:ss");

    public ReadingMeter Meter => meter;

    /// <summary>A text of no length is no value: Excel shows nothing, and a formula that yields "" means to.</summary>
    public Cell? Read(int column, CellType type, int style, bool isFormula, ReadOnlySpan<char> value) => value.IsEmpty
        ? null
        : type switch
        {
            CellType.Shared => OfShared(column, value, isFormula),
            CellType.Text => Cell.OfText(column, texts.Keep(value), isFormula),
            CellType.Boolean => Cell.OfBoolean(column, XmlPart.IsTrue(value), isFormula),
            CellType.Error => Cell.OfError(column, texts.Keep(value), isFormula),
            CellType.IsoDate => OfDate(column, value, style, isFormula),
            _ => OfNumber(column, value, style, isFormula),
        };

    private NumberFormat Format(int style) => (uint)style < (uint)formats.Length ? formats[style] : NumberFormat.General;

    private Cell? OfShared(int column, ReadOnlySpan<char> value, bool isFormula)
    {
        if (!int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index) || (uint)index >= (uint)shared.Count)
        {
            throw UnreadableWorkbookException.Damaged("an .xlsx workbook in which cells refer to texts that are not there");
        }

        return shared[index].Length == 0 ? null : Cell.OfText(column, shared[index], isFormula);
    }

    /// <summary>What is no number although the file calls it one is kept as the text that it is.</summary>
    private Cell OfNumber(int column, ReadOnlySpan<char> value, int style, bool isFormula) =>
        NumberText.TryRead(value, out var number) && double.IsFinite(number)
            ? Cell.OfNumber(column, number, Format(style), isFormula)
            : Cell.OfText(column, texts.Keep(value), isFormula);

    private Cell OfDate(int column, ReadOnlySpan<char> value, int style, bool isFormula)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault;
        if (!DateTime.TryParse(value, CultureInfo.InvariantCulture, Utc, out var date))
        {
            return Cell.OfText(column, texts.Keep(value), isFormula);
        }

        var format = Format(style);
        var iso = date.TimeOfDay == TimeSpan.Zero ? s_isoDate : s_isoTime;
        return Cell.OfNumber(column, SerialDates.ToSerial(date, uses1904Dates), format.IsDate ? format : iso, isFormula);
    }
}
