using System.Text;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>Gathers notes by cell: several become one comment, the gravest first.</summary>
internal static class CellTexts
{
    private const int LongestComment = 8_000;

    /// <summary>Merged ranges looked at; a sheet that people fill in has fewer.</summary>
    private const int MostMerged = 20_000;

    public static IReadOnlyDictionary<CellAddress, CellText> Of(
        string sheet, Workbook workbook, IReadOnlyList<CellNote> notes, AnnotationTexts texts)
    {
        var merged = workbook.Sheets.FirstOrDefault(one => one.Name == sheet)?.Merged.Take(MostMerged).ToList() ?? [];
        return notes
            .Take(IssueSheet.MostNotes)
            .Where(note => note.Sheet == sheet && note.Cell is not null)
            .GroupBy(note => note.Cell!.Value)
            .GroupBy(cell => Shown(cell.Key, merged), cell => cell.AsEnumerable())
            .ToDictionary(cell => cell.Key, cell => Text([.. cell.SelectMany(same => same)], texts));
    }

    /// <summary>A comment on a covered cell of a merged range would never be seen: it goes to the cell that shows.</summary>
    private static CellAddress Shown(CellAddress cell, IReadOnlyList<CellRange> merged)
    {
        foreach (var range in merged)
        {
            if (range.Contains(cell))
            {
                return range.First;
            }
        }

        return cell;
    }

    private static CellText Text(IReadOnlyList<CellNote> notes, AnnotationTexts texts)
    {
        var comment = new StringBuilder();
        foreach (var note in notes.OrderByDescending(note => note.Severity))
        {
            comment.Append(comment.Length > 0 ? "\n\n" : "").Append(IssueSheet.Label(note.Severity, texts)).Append(": ").Append(note.Message);
            if (note.Fix.Length > 0)
            {
                comment.Append('\n').Append(texts.WhatToDo).Append(": ").Append(note.Fix);
            }

            comment.Append(" (").Append(note.Check).Append(')');
        }

        var text = comment.Length > LongestComment ? $"{comment.ToString(0, LongestComment)}…" : comment.ToString();
        return new CellText(notes.Any(note => note.Severity > Severity.Warning), OwnMarks.Wrap(text));
    }
}
