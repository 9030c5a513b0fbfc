using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Recognising;

/// <summary>Where a sheet's table stands and what its columns are.</summary>
/// <param name="FirstDataRow">Index into the sheet's rows, after the heading and a row of units.</param>
/// <param name="SubjectColumn">1 is column A; 0 when no column holds subjects.</param>
internal sealed record SheetLayout(
    Sheet Sheet, int SheetIndex, RecordKind Kind, int HeaderRow, int FirstDataRow, int SubjectColumn, ImmutableArray<LayoutColumn> Columns);
