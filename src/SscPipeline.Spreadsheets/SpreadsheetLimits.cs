namespace SscPipeline.Spreadsheets;

/// <summary>What a file may cost. Everything is counted while reading; sizes that a file claims are never believed.</summary>
public sealed record SpreadsheetLimits
{
    public long FileBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>Bytes that come out of a zip container, over all parts that are read.</summary>
    public long UncompressedBytes { get; init; } = 500L * 1024 * 1024;

    /// <summary>Uncompressed bytes for one byte of the file; looked at from 10 MB of uncompressed bytes on.</summary>
    public int CompressionRatio { get; init; } = 200;

    public int ZipEntries { get; init; } = 2_000;

    /// <summary>Rows that hold a value, over all sheets; blank styled rows are free.</summary>
    public int Rows { get; init; } = 200_000;

    /// <summary>The last column (1 is A) that may hold a value.</summary>
    public int Columns { get; init; } = 1_000;

    /// <summary>Cells that hold a value, over all sheets. As many merged ranges, notes, names and shared texts may stand beside them.</summary>
    public int Cells { get; init; } = 5_000_000;

    public int CellCharacters { get; init; } = 32_767;

    /// <summary>Characters of all different texts of a workbook, since these are held in memory together.</summary>
    public long TextCharacters { get; init; } = 50_000_000;

    /// <summary>Managed memory that reading, checking and annotating one file may take; with the program itself, 512 MB in all.</summary>
    public long HeapBytes { get; init; } = 380L * 1024 * 1024;

    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);
}
