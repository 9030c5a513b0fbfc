using System.Globalization;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Limits;

/// <summary>Counts what one reading costs and ends it at the first limit crossed.</summary>
internal sealed class ReadingMeter(SpreadsheetLimits limits, long fileBytes, TimeProvider time, CancellationToken cancellationToken)
{
    private const long Megabyte = 1024 * 1024;
    private const long RatioFloor = 10 * Megabyte;
    private readonly long _started = time.GetTimestamp();
    private long _inflated;
    private int _rows;
    private int _cells;
    private int _pieces;
    private int _sheets;
    private int _records;
    private long _characters;

    public SpreadsheetLimits Limits => limits;

    public void CheckFileSize()
    {
        if (fileBytes > limits.FileBytes)
        {
            throw Crossed($"a file of {InMegabytes(fileBytes)}", $"a file may have {InMegabytes(limits.FileBytes)}");
        }
    }

    public void CountZipEntries(int count)
    {
        if (count > limits.ZipEntries)
        {
            throw Crossed(
                $"more than {limits.ZipEntries:N0} parts in the zip container", $"a workbook may have {limits.ZipEntries:N0} parts");
        }
    }

    public void CountInflated(int bytes)
    {
        _inflated += bytes;
        if (_inflated > limits.UncompressedBytes)
        {
            throw Crossed(
                $"more than {InMegabytes(limits.UncompressedBytes)} when unpacked",
                $"a workbook may unpack to {InMegabytes(limits.UncompressedBytes)}");
        }

        if (_inflated > RatioFloor && _inflated / limits.CompressionRatio > fileBytes)
        {
            throw Crossed(
                $"a file that unpacks to more than {limits.CompressionRatio:N0} times its size",
                $"a workbook may unpack to {limits.CompressionRatio:N0} times its size");
        }

        CheckTime();
    }

    /// <summary>Every sheet has a part of its own in an honest workbook; a file that lists one part a thousand times over has not.</summary>
    public void CountSheet(int nameLength)
    {
        CheckLength(nameLength);
        CountText(nameLength);
        if (++_sheets > limits.ZipEntries)
        {
            throw Crossed($"more than {limits.ZipEntries:N0} sheets", $"a workbook may have {limits.ZipEntries:N0} sheets");
        }
    }

    /// <summary>A record that may be skipped without a value in it.</summary>
    public void CountRecord()
    {
        if (++_records % 4096 == 0)
        {
            CheckTime();
        }
    }

    /// <param name="number">The row's number in its sheet; 1 is the first.</param>
    public void CountRow(int number)
    {
        if (number is < 1 or > CellAddress.MaxRow)
        {
            throw Crossed($"values below row {CellAddress.MaxRow:N0}", $"a sheet has {CellAddress.MaxRow:N0} rows");
        }

        if (++_rows > limits.Rows)
        {
            throw Crossed($"more than {limits.Rows:N0} rows", $"a workbook may have {limits.Rows:N0} rows");
        }

        if (_rows % 64 == 0)
        {
            CheckTime();
        }
    }

    /// <param name="column">The column of a cell with a value; 1 is A.</param>
    public void CountCell(int column)
    {
        if (column > limits.Columns)
        {
            throw Crossed($"values to the right of column {limits.Columns:N0}", $"a sheet may have {limits.Columns:N0} columns");
        }

        if (++_cells > limits.Cells)
        {
            throw Crossed($"more than {limits.Cells:N0} cells", $"a workbook may have {limits.Cells:N0} cells");
        }
    }

    /// <summary>A shared text, a comment, a merged range, a name: no cell, but held in memory like one.</summary>
    public void CountPiece()
    {
        if (++_pieces > limits.Cells)
        {
            throw Crossed(
                $"more than {limits.Cells:N0} notes, merged ranges, names and other pieces beside the cells",
                $"a workbook may have {limits.Cells:N0} pieces beside its cells");
        }
    }

    public void CheckLength(int characters)
    {
        if (characters > limits.CellCharacters)
        {
            throw Crossed(
                $"a cell with more than {limits.CellCharacters:N0} characters", $"a cell may have {limits.CellCharacters:N0} characters");
        }
    }

    /// <summary>A text that is kept; one that many cells share is counted once.</summary>
    public void CountText(int characters)
    {
        _characters += characters;
        if (_characters > limits.TextCharacters)
        {
            throw Crossed(
                $"more than {limits.TextCharacters:N0} characters of text",
                $"a workbook may have {limits.TextCharacters:N0} characters of text");
        }
    }

    public void CheckTime()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (time.GetElapsedTime(_started) > limits.Time)
        {
            throw Crossed(
                $"a file that takes more than {limits.Time.TotalSeconds:0.#} s to read", $"a file may take {limits.Time.TotalSeconds:0.#} s");
        }
    }

    private static UnreadableWorkbookException Crossed(FormattableString detail, FormattableString limit) =>
        UnreadableWorkbookException.Limit(FormattableString.Invariant(detail), FormattableString.Invariant(limit));

    private static string InMegabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes * 10.0 / Megabyte) / 10:0.#} MB");
}
