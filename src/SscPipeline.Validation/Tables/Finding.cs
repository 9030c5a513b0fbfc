using System.Collections.Immutable;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tables;

/// <summary>An issue on its way: with the place in numbers, for sorting, and with what it withholds if the catalogue says so.</summary>
internal sealed record Finding(string Check, Place At, ImmutableArray<IssueDetail> Details)
{
    /// <summary>Withheld by a check that withholds values.</summary>
    public ImmutableArray<ValueRef> Values { get; init; } = [];

    /// <summary>Withheld by a check that withholds rows; the rows whose values are in error otherwise.</summary>
    public ImmutableArray<TableRow> Rows { get; init; } = [];

    public static Finding OfFile(string check, params IssueDetail[] details) => new(check, default, [.. details]);

    public static Finding OfCell(string check, SheetTable table, int row, int column, params IssueDetail[] details) =>
        new(check, new Place(table.SheetIndex, table.Sheet, row, column, null, null), [.. details]);

    /// <summary>About a row as a whole; marked in the column of the subject.</summary>
    public static Finding OfRow(string check, TableRow row, int column, params IssueDetail[] details) =>
        new(check, new Place(row.Table.SheetIndex, row.Table.Sheet, row.Number, column, row.Subject, null), [.. details]) { Rows = [row] };

    /// <summary>About one value; <paramref name="details"/> may say more than <c>value</c>, which is always there.</summary>
    public static Finding OfValue(string check, ValueRef value, params IssueDetail[] details)
    {
        var (table, index) = value.Row;
        var at = new Place(table.SheetIndex, table.Sheet, table.RowNumbers[index], value.Column.Number, table.Subjects[index], value.Column.Variable.Name);
        return new Finding(check, at, [.. details]) { Values = [value], Rows = [value.Row] };
    }

    /// <summary>What to type into the cell instead; null where that is not known.</summary>
    public string? Suggestion { get; init; }

    public Finding Suggesting(string? instead) => this with { Suggestion = instead };

    /// <summary>The same, when the cell is in the canonical unit, in which checks compute.</summary>
    public Finding Suggesting(decimal instead) =>
        Values.All(value => value.Column.Unit is null or { IsCanonical: true }) ? Suggesting(Shown.Rounded(instead)) : this;

    /// <summary>The other values are as doubtful as the first.</summary>
    public Finding And(params IEnumerable<ValueRef> others) => this with { Values = [.. Values, .. others] };

    /// <summary>The same without what was sent: it may identify a person.</summary>
    public Finding Unquoted() => this with { Suggestion = null, Details = [.. Details.Select(detail => detail.Key == "value" ? IssueDetail.Phrase("value", "(not shown)") : detail)] };

    public Issue ToIssue() => new(Check, Details)
    {
        Sheet = At.Sheet,
        Cell = At.Row > 0 && At.Column > 0 ? new CellAddress(At.Row, At.Column).ToString() : null,
        Subject = At.Subject,
        Variable = At.Variable,
        Suggestion = Suggestion,
    };
}
