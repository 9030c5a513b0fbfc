using System.Collections.Immutable;

namespace SscPipeline.Domain.Workbooks;

public enum WorkbookFormat
{
    Xlsx,
    Xls,
    Xlsb,
    Csv,
}

/// <summary>Everything of a site's file that later steps may look at: cells with their places, and every other corner in which a
/// person's name can hide.</summary>
public sealed record Workbook(WorkbookFormat Format, ImmutableArray<Sheet> Sheets)
{
    /// <summary>Serial dates count from 1904-01-01 instead of 1900-01-00.</summary>
    public bool Uses1904Dates { get; init; }

    /// <summary>Texts outside cells: document properties, defined names, headers and footers.</summary>
    public ImmutableArray<WorkbookText> Texts { get; init; } = [];

    /// <summary>What the mark of our own template says that the workbook was made from; null for any other workbook.</summary>
    public string? Template { get; init; }

    /// <summary>What the reader wants to say about the file as a whole, such as a name that disagrees with the content.</summary>
    public ImmutableArray<WorkbookRemark> Remarks { get; init; } = [];
}

/// <summary>A text outside the cells.</summary>
/// <param name="Where">A place that a person can find, such as <c>document property "creator"</c>.</param>
public sealed record WorkbookText(string Where, string Text);

/// <summary>Something that the reader noticed and that a check turns into an issue.</summary>
public sealed record WorkbookRemark(WorkbookRemarkKind Kind, string Detail);

public enum WorkbookRemarkKind
{
    /// <summary>The name says one format, the bytes another; the detail names both.</summary>
    ExtensionDisagrees,

    /// <summary>The text of a CSV was not UTF-8; the detail names the encoding taken instead.</summary>
    EncodingAssumed,

    /// <summary>A row of a CSV had more or fewer cells than the header; the detail names the line.</summary>
    UnevenRow,

    /// <summary>Formulas without a saved value, so that their cells read as blank; the detail names the first ones.</summary>
    FormulaNotCalculated,
}
