using System.Collections.Frozen;
using System.Collections.Immutable;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Workflows.Checking;

/// <summary>Cuts the cells around an issue out of a workbook. What may identify a person is never shown, neither as the issue's own cell
/// nor as its neighbour.</summary>
public sealed class SheetExcerpts
{
    /// <summary>More do not fit beside each other in a terminal.</summary>
    private const int MostColumns = 5;

    private readonly OpenedDocument opened;
    private readonly FrozenSet<(string? Sheet, string? Cell)> hidden;
    private readonly bool isClosed;

    internal SheetExcerpts(OpenedDocument opened, CheckedDocument verdict, DocumentVerdicts verdicts)
    {
        this.opened = opened;
        isClosed = verdict.NamesPersons;
        hidden = verdict.Issues.Where(issue => verdicts.IsAboutPersons(issue.Check)).Select(issue => (issue.Sheet, issue.Cell)).ToFrozenSet();
    }

    /// <returns>Null for an issue without a cell, and for one about what may identify a person.</returns>
    public SheetExcerpt? Of(ReceiptIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        if (isClosed || hidden.Contains((issue.Sheet, issue.Cell)) || CellAddress.TryParse(issue.Cell) is not { } cell
            || opened.Workbook is not { } workbook || workbook.Sheets.FirstOrDefault(sheet => sheet.Name == issue.Sheet) is not { } sheet)
        {
            return null;
        }

        var table = opened.Reading.TableAt(sheet.Name, cell.Row);
        var headings = table is { } found && found.HeaderRow < cell.Row ? found.HeaderRow : (int?)null;
        var columns = Columns(sheet, headings ?? cell.Row, cell.Column, table?.SubjectColumn ?? 0);
        return new SheetExcerpt(
            [.. columns.Select(CellAddress.ColumnName)],
            headings,
            headings is { } header ? [.. columns.Select(column => Shown(new CellAddress(header, column)) ?? "")] : [],
            cell.Row,
            [.. columns.Select(column => Shown(new CellAddress(cell.Row, column)))],
            columns.IndexOf(cell.Column));

        string? Shown(CellAddress address) =>
            hidden.Contains((sheet.Name, address.ToString())) ? null : ShownCell.Of(sheet.Cell(address), workbook.Uses1904Dates);
    }

    /// <summary>The subject's, and the nearest filled ones on both sides.</summary>
    private static ImmutableArray<int> Columns(Sheet sheet, int row, int column, int subjectColumn)
    {
        var filled = ((IEnumerable<Cell>?)sheet.Row(row)?.Cells ?? []).Select(cell => cell.Column).Append(column).ToHashSet();
        var others = filled.Where(other => other != column && other != subjectColumn).OrderBy(other => Math.Abs(other - column));
        return [.. new[] { column, subjectColumn }.Where(filled.Contains).Concat(others).Distinct().Take(MostColumns).Order()];
    }
}
