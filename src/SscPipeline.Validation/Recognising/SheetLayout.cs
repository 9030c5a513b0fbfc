using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Recognising;

/// <summary>Where a table stands in its sheet and what its columns are. The rows of a wide sheet are those of several tables: the facts
/// about subjects, and each visit.</summary>
/// <param name="FirstDataRow">Index into the sheet's rows, after the heading and a row of units.</param>
/// <param name="SubjectColumn">1 is column A; 0 when no column holds subjects.</param>
internal sealed record SheetLayout(
    Sheet Sheet, int SheetIndex, RecordKind Kind, int HeaderRow, int FirstDataRow, int SubjectColumn, ImmutableArray<LayoutColumn> Columns)
{
    private ImmutableArray<LayoutColumn> sheetColumns;

    /// <summary>The visit of all rows, where heading or sheet name say it and the rows do not.</summary>
    public VisitTime? Visit { get; init; }

    /// <summary>The subject of all rows, where no column holds subjects.</summary>
    public string? Subject { get; init; }

    /// <summary>Another table of the same rows comes before this one.</summary>
    public bool IsContinued { get; init; }

    /// <summary>The columns of all tables of the same rows.</summary>
    public ImmutableArray<LayoutColumn> SheetColumns
    {
        get => sheetColumns.IsDefault ? Columns : sheetColumns;
        init => sheetColumns = value;
    }

    /// <summary>Where a finding about a whole row is marked.</summary>
    public int RowColumn => SubjectColumn > 0 || Subject is null || Columns.IsEmpty ? SubjectColumn : Columns.Min(column => column.Number);
}
