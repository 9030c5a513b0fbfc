using System.Buffers.Binary;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Building;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xls;

/// <summary>Turns cell records into cells ([MS-XLS] 2.4): row, column, style, value.</summary>
internal sealed class XlsCells(BiffStream records, List<string> shared, List<NumberFormat> formats, TextPool texts)
{
    /// <summary>The formula whose text stands in the record after it.</summary>
    private (int Row, int Column)? _awaited;

    /// <returns>Whether the record was one of cells; the cells of a row are given to <paramref name="add"/> with its number from 1.</returns>
    public bool TryRead(Action<int, Cell> add)
    {
        switch (records.Type)
        {
            case BiffRecord.Number:
                Add(add, (column, format) => Cell.OfNumber(column, Double(records.Bytes(8)), format));
                return true;
            case BiffRecord.Rk:
                Add(add, (column, format) => Cell.OfNumber(column, BinaryValues.Rk(records.UInt32()), format));
                return true;
            case BiffRecord.MultipleRk:
                AddMany(add);
                return true;
            case BiffRecord.SharedText:
                Add(add, (column, _) => OfText(column, Shared(records.UInt32())));
                return true;
            case BiffRecord.Text or BiffRecord.RichText:
                Add(add, (column, _) => OfText(column, texts.Keep(records.Text(lengthBytes: 2))));
                return true;
            case BiffRecord.BoolOrError:
                Add(add, (column, _) => OfBoolOrError(column, records.Byte(), isError: records.Byte() != 0, isFormula: false));
                return true;
            case BiffRecord.Formula:
                AddFormula(add);
                return true;
            case BiffRecord.FormulaText when _awaited is { } at:
                _awaited = null;
                if (OfText(at.Column, texts.Keep(records.Text(lengthBytes: 2)), isFormula: true) is { } text)
                {
                    add(at.Row, text);
                }

                return true;
            default:
                return false;
        }
    }

    private void Add(Action<int, Cell> add, Func<int, NumberFormat, Cell?> read)
    {
        var row = records.UInt16() + 1;
        var column = records.UInt16() + 1;
        if (read(column, Format(records.UInt16())) is { } cell)
        {
            add(row, cell);
        }
    }

    private void AddMany(Action<int, Cell> add)
    {
        var row = records.UInt16() + 1;
        for (var column = records.UInt16() + 1; records.Left >= 6; column++)
        {
            var format = Format(records.UInt16());
            add(row, Cell.OfNumber(column, BinaryValues.Rk(records.UInt32()), format));
        }
    }

    /// <summary>Two bytes of ones at the end of the value mark what is no number: 0 a text in the next record, 1 a truth value, 2 an error, 3 "".</summary>
    private void AddFormula(Action<int, Cell> add)
    {
        var row = records.UInt16() + 1;
        var column = records.UInt16() + 1;
        var format = Format(records.UInt16());
        var value = records.Bytes(8);
        _awaited = null;
        if (value[6] != 0xFF || value[7] != 0xFF)
        {
            add(row, Cell.OfNumber(column, Double(value), format, isFormula: true));
        }
        else if (value[0] is 1 or 2)
        {
            add(row, OfBoolOrError(column, value[2], isError: value[0] == 2, isFormula: true));
        }
        else if (value[0] == 0)
        {
            _awaited = (row, column);
        }
    }

    private static double Double(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadDoubleLittleEndian(bytes);

    private static Cell? OfText(int column, string text, bool isFormula = false) =>
        text.Length == 0 ? null : Cell.OfText(column, text, isFormula);

    private static Cell OfBoolOrError(int column, byte value, bool isError, bool isFormula) =>
        isError ? Cell.OfError(column, BinaryValues.Error(value), isFormula) : Cell.OfBoolean(column, value != 0, isFormula);

    private NumberFormat Format(int style) => style < formats.Count ? formats[style] : NumberFormat.General;

    private string Shared(uint index) => index < shared.Count
        ? shared[(int)index]
        : throw UnreadableWorkbookException.Damaged("an .xls workbook in which cells refer to texts that are not there");
}
