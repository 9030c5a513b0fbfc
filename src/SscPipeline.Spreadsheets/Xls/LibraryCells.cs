using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Building;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xls;

/// <summary>Reads the sheets of an old or encrypted <c>.xls</c> workbook through ExcelDataReader.</summary>
/// <remarks>
/// That library turns numbers with a date format into dates; they are turned back into serial numbers here, since what a date is gets
/// decided later. It has no limits of its own: the caller has bounded the bytes, and rows, cells and time are counted here.
/// </remarks>
internal sealed class LibraryCells(ReadingMeter meter, bool uses1904Dates)
{
    private const int MostRows = 65_536;
    private const int MostColumns = 256;
    private readonly TextPool _texts = new(meter);
    private readonly FormatPool _formats = new();

    public List<WorkbookText> Texts { get; } = [];

    /// <param name="open">Makes the reader, which already reads and may already fail.</param>
    public ImmutableArray<Sheet> Read(Func<ExcelReaderConfiguration, IExcelDataReader> open, string formatInWords)
    {
        try
        {
            using var reader = open(new ExcelReaderConfiguration { LeaveOpen = true });
            var sheets = ImmutableArray.CreateBuilder<Sheet>();
            do
            {
                sheets.Add(ReadSheet(reader));
            }
            while (reader.NextResult());
            return sheets.ToImmutable();
        }
        catch (InvalidPasswordException)
        {
            throw UnreadableWorkbookException.Password($"{formatInWords} with a password");
        }
        catch (Exception badBytes) when (IsBadBytes(badBytes))
        {
            throw UnreadableWorkbookException.Damaged($"{formatInWords} that is damaged or cut short");
        }
    }

    /// <summary>The library checks its input little: a damaged record shows as whatever the arithmetic on it runs into.</summary>
    private static bool IsBadBytes(Exception exception) => exception is
        ExcelReaderException or IndexOutOfRangeException or ArgumentException or OverflowException or FormatException
        or KeyNotFoundException or InvalidCastException or NullReferenceException or InvalidOperationException
        or NotSupportedException or EndOfStreamException or InvalidDataException or System.Xml.XmlException;

    private Sheet ReadSheet(IExcelDataReader reader)
    {
        var name = reader.Name;
        var rows = new SheetRowsBuilder();
        var cells = new List<Cell>();
        var lastColumn = 0;
        for (var number = 1; reader.Read(); number++)
        {
            if (number > MostRows || reader.FieldCount > MostColumns)
            {
                throw new InvalidDataException("The sheet is larger than the format allows.");
            }

            meter.CountRecord();
            ReadRow(reader, cells);
            if (cells.Count > 0)
            {
                meter.CountRow(number);
                rows.Add(number, CollectionsMarshal.AsSpan(cells), isHidden: reader.RowHeight == 0);
                lastColumn = Math.Max(lastColumn, cells[^1].Column);
                cells.Clear();
            }
            else if (number % 256 == 0)
            {
                meter.CheckTime();
            }
        }

        AddHeaderAndFooter(name, reader.HeaderFooter);
        return new Sheet(name, rows.Build())
        {
            Visibility = reader.VisibleState switch
            {
                "hidden" => SheetVisibility.Hidden,
                "veryhidden" => SheetVisibility.VeryHidden,
                _ => SheetVisibility.Visible,
            },
            Merged = [.. (reader.MergeCells ?? []).Select(Range)],
            HiddenColumns = [.. Enumerable.Range(1, lastColumn).Where(column => reader.GetColumnWidth(column - 1) == 0)],
        };
    }

    private void ReadRow(IExcelDataReader reader, List<Cell> cells)
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (reader.GetValue(i) is { } value && Read(i + 1, value, reader.GetNumberFormatString(i)) is { } cell)
            {
                meter.CountCell(cell.Column);
                cells.Add(cell);
            }
        }
    }

    private Cell? Read(int column, object value, string? format) => value switch
    {
        string { Length: 0 } => null,
        string text => Cell.OfText(column, _texts.Keep(text)),
        bool truth => Cell.OfBoolean(column, truth),
        DateTime date => Cell.OfNumber(column, SerialDates.ToSerial(date, uses1904Dates), _formats.Get(format)),
        TimeSpan time => Cell.OfNumber(column, time.TotalDays, _formats.Get(format)),
        _ => Cell.OfNumber(column, Convert.ToDouble(value, CultureInfo.InvariantCulture), _formats.Get(format)),
    };

    private void AddHeaderAndFooter(string sheet, HeaderFooter? found)
    {
        string?[] headers = [found?.OddHeader, found?.EvenHeader, found?.FirstHeader];
        string?[] footers = [found?.OddFooter, found?.EvenFooter, found?.FirstFooter];
        Texts.AddRange(headers.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => new WorkbookText($"page header of sheet \"{sheet}\"", text!)));
        Texts.AddRange(footers.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => new WorkbookText($"page footer of sheet \"{sheet}\"", text!)));
    }

    private Domain.Workbooks.CellRange Range(ExcelDataReader.CellRange range)
    {
        meter.CountPiece();
        return new(new CellAddress(range.FromRow + 1, range.FromColumn + 1), new CellAddress(range.ToRow + 1, range.ToColumn + 1));
    }
}
