using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Building;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xlsb;

/// <summary>Turns cell records into cells ([MS-XLSB] 2.4): column, style, value.</summary>
internal sealed class XlsbCells(List<string> shared, List<NumberFormat> formats, TextPool texts, ReadingMeter meter)
{
    public ReadingMeter Meter => meter;

    private int _column;

    public void BeginRow() => _column = 0;

    /// <returns>Null for a record that is no cell, and for a text of no length.</returns>
    public Cell? TryRead(BinaryPart record)
    {
        var isShort = record.Type is >= RecordType.ShortBlank and <= RecordType.ShortShared;
        if (!isShort && record.Type is not ((>= RecordType.CellBlank and <= RecordType.FormulaError) or RecordType.CellRichText))
        {
            return null;
        }

        _column = isShort ? _column + 1 : (int)Math.Min(record.UInt32(), CellAddress.MaxColumn) + 1;
        var style = (int)(record.UInt32() & 0xFFFFFF);
        var type = isShort ? record.Type - RecordType.ShortBlank + RecordType.CellBlank : record.Type;
        return Value(record, type, style < formats.Count ? formats[style] : NumberFormat.General);
    }

    private Cell? Value(BinaryPart record, int type, NumberFormat format) => type switch
    {
        RecordType.CellBlank => null,
        RecordType.CellRk => Cell.OfNumber(_column, BinaryValues.Rk(record.UInt32()), format),
        RecordType.CellReal => Cell.OfNumber(_column, record.Double(), format),
        RecordType.FormulaNumber => Cell.OfNumber(_column, record.Double(), format, isFormula: true),
        RecordType.CellBool => Cell.OfBoolean(_column, record.Byte() != 0),
        RecordType.FormulaBool => Cell.OfBoolean(_column, record.Byte() != 0, isFormula: true),
        RecordType.CellError => Cell.OfError(_column, BinaryValues.Error(record.Byte())),
        RecordType.FormulaError => Cell.OfError(_column, BinaryValues.Error(record.Byte()), isFormula: true),
        RecordType.CellShared => OfText(_column, Shared(record.UInt32()), isFormula: false),
        RecordType.CellRichText => OfText(_column, Rich(record), isFormula: false),
        _ => OfText(_column, texts.Keep(record.Text()), isFormula: type == RecordType.FormulaText),
    };

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
