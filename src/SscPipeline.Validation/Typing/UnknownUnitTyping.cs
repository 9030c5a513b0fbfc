using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Typing;

/// <summary>A column whose unit the variable cannot have: nothing in it can be read, and the heading says so once.</summary>
internal sealed class UnknownUnitTyping(string found, IssueDetail units) : IColumnTyping
{
    public static IssueDetail Either(IEnumerable<string> units) =>
        IssueDetail.Joined("units", DetailKind.Either, units.Order(StringComparer.Ordinal).Select(unit => new IssueDetail("", unit)));

    public void Read(TypedColumn column, ReadOnlySpan<SheetRow> rows, FindingLog log)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (CellText.Of(rows[i][column.Number]).Length > 0)
            {
                column.SetMissing(i, ValueState.Faulty);
            }
        }

        var at = new Place(column.Table.SheetIndex, column.Table.Sheet, column.Table.HeaderRow, column.Number, null, column.Variable.Name);
        log.Examine("SSC-111");
        log.Add(new Finding("SSC-111", at, [("found", found), units]));
    }
}
