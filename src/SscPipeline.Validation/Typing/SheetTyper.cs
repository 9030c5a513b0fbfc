using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Recognising;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Typing;

/// <summary>Turns a recognised sheet into a table of typed values, column by column.</summary>
internal sealed class SheetTyper(Lexicon lexicon)
{
    public SheetTable Type(SheetLayout layout, bool uses1904Dates, FindingLog log, CancellationToken cancellationToken)
    {
        var rows = DataRows.Of(layout, lexicon, log);
        var subjects = SubjectColumn.Read(layout, rows);
        var table = new SheetTable(
            layout.Sheet.Name, layout.SheetIndex, layout.Kind, layout.HeaderRow, layout.RowColumn, [.. rows.Select(row => row.Number)], subjects)
        {
            Visit = layout.Visit,
            NamesSubjects = layout.SubjectColumn > 0 || layout.Subject is not null,
        };

        var habits = SheetHabits.Of(layout, uses1904Dates);
        foreach (var column in layout.Columns)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var typed = new TypedColumn(table, column.Variable, column.Number, column.Unit, rows.Length) { Heading = column.Heading };
            table.Add(typed);
            TypingOf(column, habits).Read(typed, rows, log);
        }

        table.Close();
        return table;
    }

    private IColumnTyping TypingOf(LayoutColumn column, SheetHabits habits)
    {
        if (column.UnknownUnit is { } unknown)
        {
            var known = lexicon.Units.Of(column.Variable).Values.DistinctBy(unit => (unit.Factor, unit.Divisor)).Select(unit => unit.Spelling);
            return new UnknownUnitTyping(unknown, UnknownUnitTyping.Either(known));
        }

        return column.Variable.Type switch
        {
            _ when column.IsInWeeks => new WeekTyping(lexicon),
            VariableType.Date => new DateTyping(lexicon, habits),
            VariableType.Code or VariableType.Flag => new CodeTyping(lexicon),
            VariableType.Text => new TextTyping(lexicon),
            _ => new NumberTyping(lexicon, habits),
        };
    }
}
