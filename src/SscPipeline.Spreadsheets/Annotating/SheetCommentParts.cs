using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>The two parts that make a sheet's comments: their texts, and the drawing of their boxes.</summary>
internal sealed class SheetCommentParts(
    OoxmlPackage package, LinksPart links, ContentTypes types, Dialect dialect, Func<string, string> freeName)
{
    private const string Author = "SscPipeline";

    /// <param name="drawing">The id by which the sheet names its drawing; null when it has none.</param>
    /// <param name="edits">What is to be written is added here.</param>
    /// <returns>The id of a drawing that the sheet must name from now on; null when nothing changes there.</returns>
    public string? Write(
        IReadOnlyDictionary<CellAddress, CellText> cells, string? drawing, int sheetNumber, Dictionary<string, Action<Stream>> edits)
    {
        var known = links.FirstTarget("comments") is { } target && package.Has(target) ? target : null;
        if (known is null && cells.Count == 0)
        {
            return null;
        }

        var comments = new CommentBook(known is null ? CommentBook.Empty(dialect) : PartXml.Load(package, known));
        var emptied = comments.RemoveOurs();
        var added = cells
            .OrderBy(cell => cell.Key)
            .Where(cell => comments.Put(cell.Key, Author, cell.Value.Comment))
            .Select(cell => (cell.Key, cell.Value.Comment.Length))
            .ToList();
        if (!comments.IsChanged)
        {
            return null;
        }

        var part = known ?? NewComments();
        edits[part] = comments.Save;
        return Draw(drawing, emptied.ToImmutableHashSet(), added, sheetNumber, edits);
    }

    private string NewComments()
    {
        var part = freeName("xl/sscComments.xml");
        types.Add(part, ContentTypes.Comments);
        links.Add(dialect.LinkType("comments"), part);
        return part;
    }

    private string? Draw(
        string? drawing, ImmutableHashSet<CellAddress> emptied, List<(CellAddress Cell, int Length)> added, int sheetNumber, Dictionary<string, Action<Stream>> edits)
    {
        var known = links.TargetOf(drawing) is { } target && package.Has(target) ? target : null;
        var shapes = new NoteShapes(known is null ? NoteShapes.Empty(sheetNumber) : PartXml.LoadText(package, known));
        shapes.Remove(emptied);
        shapes.Add(added);
        if (known is not null)
        {
            edits[known] = shapes.Save;
            return null;
        }

        if (added.Count == 0)
        {
            return null;
        }

        var part = freeName("xl/drawings/sscComments.vml");
        types.AddVml(part);
        edits[part] = shapes.Save;
        return links.Add(dialect.LinkType("vmlDrawing"), part);
    }
}
