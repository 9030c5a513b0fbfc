using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Building;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xlsb;

/// <summary>Turns cell records into cells ([MS-XLSB] 2.4): column, style, value.</summary>
internal sealed class XlsbCells(List<string> shared, List<NumberFormat> formats, TextPool texts, ReadingMeter meter)
{
    public ReadingMeter Meter => meter;

    /// <returns>Null for a record that is no cell, and for a text of no length.</returns>
    public Cell? TryRead(BinaryPart record)
    {
        if (record.Type is not ((>= RecordType.CellRk and <= RecordType.FormulaError) or RecordType.CellRichText))
        {
            return null;
        }

        var column = (int)Math.Min(record.UInt32(), CellAddress.MaxColumn) + 1;
        var style = (int)(record.UInt32() & 0xFFFFFF);
        var format = style < formats.Count ? formats[style] : NumberFormat.General;
        return record.Type switch
        {
            RecordType.CellRk => Cell.OfNumber(column, BinaryValues.Rk(record.UInt32()), format),
            RecordType.CellReal => Cell.OfNumber(column, record.Double(), format),
            RecordType.FormulaNumber => Cell.OfNumber(column, record.Double(), format, isFormula: true),
            RecordType.CellBool => Cell.OfBoolean(column, record.Byte() != 0),
            RecordType.FormulaBool => Cell.OfBoolean(column, record.Byte() != 0, isFormula: true),
            RecordType.CellError => Cell.OfError(column, BinaryValues.Error(record.Byte())),
            RecordType.FormulaError => Cell.OfError(column, BinaryValues.Error(record.Byte()), isFormula: true),
            RecordType.CellShared => OfText(column, Shared(record.UInt32()), isFormula: false),
            RecordType.CellRichText => OfText(column, Rich(record), isFormula: false),
            _ => OfText(column, texts.Keep(record.Text()), isFormula: record.Type == RecordType.FormulaText),
        };
    }

    private static Cell? OfText(int column, string text, bool isFormula) => text.Length == 0 ? null : Cell.OfText(column, text, isFormula);

    private string Rich(BinaryPart record)
    {
        record.Skip(1);
        return texts.Keep(record.Text());
    }

    private string Shared(uint index) => index < shared.Count
        ? shared[(int)index]
        : throw UnreadableWorkbookException.Damaged("an .xlsb workbook in which cells refer to texts that are not there");
}
