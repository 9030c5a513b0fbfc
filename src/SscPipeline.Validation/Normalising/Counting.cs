using SscPipeline.Domain.Submissions;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Normalising;

/// <summary>How much was sent and how much of it is kept.</summary>
/// <remarks>
/// Rows: every data row of a recognised table; blank rows, unit rows, summaries and footnotes are none. A row is withheld when nothing of
/// it is stored. A row that repeats another word for word is accepted: what it says is stored.
/// Values: cells with something in them in recognised columns, without keys (subject, date, study day, month) and labels (site, visit
/// name, event number, comment); accepted + withheld = read. Missing: cells of these columns, in data rows, that are blank or say that
/// nothing was done. Derived values are not counted.
/// </remarks>
internal static class Counting
{
    /// <param name="isRejected">Then all that was sent is withheld.</param>
    public static (RowCounts Rows, ValueCounts Values) Of(DocumentView document, bool isRejected)
    {
        var (rows, withheldRows, read, accepted, missing) = (0, 0, 0, 0, 0);
        foreach (var table in document.Tables)
        {
            var columns = table.Columns.Where(column => column.Variable.Role == VariableRole.Value).ToArray();
            for (var i = 0; i < table.RowNumbers.Length; i++)
            {
                var rowWithheld = isRejected || document.Withheld.Has(new TableRow(table, i));
                rows++;
                withheldRows += rowWithheld ? 1 : 0;
                foreach (var column in columns)
                {
                    var state = column.States[i];
                    var sent = state is ValueState.Value or ValueState.Faulty;
                    read += sent ? 1 : 0;
                    missing += sent ? 0 : 1;
                    accepted += state == ValueState.Value && !rowWithheld && !document.Withheld.Has(new ValueRef(column, i)) ? 1 : 0;
                }
            }
        }

        return (new RowCounts(rows, rows - withheldRows, withheldRows), new ValueCounts(read, accepted, read - accepted, missing));
    }

    /// <summary>Rows of which every single value is withheld.</summary>
    public static IEnumerable<TableRow> EmptiedRows(DocumentView document)
    {
        foreach (var table in document.Tables)
        {
            var columns = table.Columns.Where(column => column.Variable.Role == VariableRole.Value).ToArray();
            for (var i = 0; i < table.RowNumbers.Length; i++)
            {
                var sent = Array.Exists(columns, column => column.States[i] is ValueState.Value or ValueState.Faulty);
                if (sent && !Array.Exists(columns, column => column.States[i] == ValueState.Value && !document.Withheld.Has(new ValueRef(column, i))))
                {
                    yield return new TableRow(table, i);
                }
            }
        }
    }
}
