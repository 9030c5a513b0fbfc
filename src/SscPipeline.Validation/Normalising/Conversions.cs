using System.Collections.Immutable;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Normalising;

/// <summary>Which columns were sent in another unit, in the order of sheets and columns.</summary>
internal static class Conversions
{
    public static ImmutableArray<ColumnConversion> Of(IEnumerable<SheetTable> tables) =>
    [
        .. from table in tables
           from column in table.Columns
           orderby table.SheetIndex, column.Number
           from converted in column.Conversions
           select new ColumnConversion(
               table.Sheet, CellAddress.ColumnName(column.Number), column.Heading, column.Variable.Name,
               converted.Unit.Spelling, column.Variable.Unit, converted.Unit.Formula, converted.Count),
    ];
}
