using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Recognising;

namespace SscPipeline.Validation.Typing;

/// <summary>The subject of each row. A merged cell counts for all of its rows, and what stands outside the table for all.</summary>
internal static class SubjectColumn
{
    public static string?[] Read(SheetLayout layout, SheetRow[] rows)
    {
        var column = layout.SubjectColumn;
        var subjects = new string?[rows.Length];
        if (column == 0)
        {
            Array.Fill(subjects, layout.Subject);
            return subjects;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var cell = rows[i][column];
            subjects[i] = cell.Kind == CellKind.Error ? null : CellText.Of(cell) is { Length: > 0 } text ? text : Merged(layout.Sheet, rows[i].Number, column);
        }

        if (layout.Kind != RecordKind.Subject && StandsInFirstRowsOnly(subjects))
        {
            for (var i = 1; i < subjects.Length; i++)
            {
                subjects[i] ??= subjects[i - 1];
            }
        }

        return subjects;
    }

    private static string? Merged(Sheet sheet, int row, int column)
    {
        foreach (var range in sheet.Merged)
        {
            if (range.Contains(new CellAddress(row, column)) && CellText.Of(sheet.Cell(range.First)) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>What a CSV leaves of merged cells: every subject once, and more rows without one than with one. A single forgotten
    /// subject does not look like this, and stays an error.</summary>
    private static bool StandsInFirstRowsOnly(string?[] subjects)
    {
        var named = subjects.Where(subject => subject is not null).ToList();
        return subjects.Length > 0 && subjects[0] is not null && named.Count * 2 < subjects.Length && named.Distinct().Count() == named.Count;
    }
}
