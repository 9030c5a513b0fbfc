using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>A workbook of another format as an <c>.xlsx</c>: values, number formats, names, merged ranges, comments, and what was hidden.</summary>
internal static class PlainCopy
{
    private const string Main = "xl/workbook.xml";
    private const string TypePrefix = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static readonly Dialect s_dialect = Dialect.Transitional;

    /// <param name="names">One for each sheet.</param>
    public static void Write(Workbook workbook, ImmutableArray<string> names, Stream destination, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        var types = ContentTypes.Create();
        var root = LinksPart.Create("");
        var links = LinksPart.Create(Main);
        root.Add(s_dialect.LinkType("officeDocument"), Main);
        types.Add(Main, TypePrefix + "sheet.main+xml");
        types.Add("xl/styles.xml", ContentTypes.Styles);
        links.Add(s_dialect.LinkType("styles"), "xl/styles.xml");
        var styles = new PlainStyles();
        var listed = new List<XElement>();
        for (var i = 0; i < names.Length; i++)
        {
            var sheet = workbook.Sheets[i];
            var part = string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{i + 1}.xml");
            types.Add(part, ContentTypes.Worksheet);
            listed.Add(Listed(names[i], i + 1, sheet.Visibility, links.Add(s_dialect.LinkType("worksheet"), part)));
            var drawing = WriteComments(zip, sheet, part, i + 1, types);
            WritePart(zip, part, target => PlainSheet.Write(target, sheet, styles, drawing, cancellationToken));
        }

        WritePart(zip, Main, target => PartXml.Save(Outline(workbook, listed), target));
        WritePart(zip, "xl/styles.xml", styles.Save);
        WritePart(zip, links.Name, links.Save);
        WritePart(zip, root.Name, root.Save);
        WritePart(zip, ContentTypes.Part, types.Save);
    }

    private static XDocument Outline(Workbook workbook, List<XElement> sheets) => new(new XElement(
        s_dialect.Main + "workbook",
        new XAttribute(XNamespace.Xmlns + "r", s_dialect.Links.NamespaceName),
        workbook.Uses1904Dates ? new XElement(s_dialect.Main + "workbookPr", new XAttribute("date1904", 1)) : null,
        new XElement(s_dialect.Main + "bookViews", new XElement(s_dialect.Main + "workbookView")),
        new XElement(s_dialect.Main + "sheets", sheets)));

    private static XElement Listed(string name, int number, SheetVisibility visibility, string linkId) => new(
        s_dialect.Main + "sheet",
        new XAttribute("name", name),
        new XAttribute("sheetId", number),
        visibility switch
        {
            SheetVisibility.Hidden => new XAttribute("state", "hidden"),
            SheetVisibility.VeryHidden => new XAttribute("state", "veryHidden"),
            _ => null,
        },
        new XAttribute(s_dialect.Links + "id", linkId));

    /// <returns>The id by which the sheet names the drawing of its comments; null when it has none.</returns>
    private static string? WriteComments(ZipArchive zip, Sheet sheet, string sheetPart, int number, ContentTypes types)
    {
        if (sheet.Comments.IsEmpty)
        {
            return null;
        }

        var links = LinksPart.Create(sheetPart);
        var comments = new CommentBook(CommentBook.Empty(s_dialect));
        var shapes = new NoteShapes(NoteShapes.Empty(number));
        shapes.Add([.. sheet.Comments
            .Where(comment => comments.Put(comment.Address, comment.Author, comment.Text))
            .Select(comment => (comment.Address, comment.Text.Length))]);
        var part = string.Create(CultureInfo.InvariantCulture, $"xl/comments{number}.xml");
        var drawing = string.Create(CultureInfo.InvariantCulture, $"xl/drawings/vmlDrawing{number}.vml");
        types.Add(part, ContentTypes.Comments);
        types.AddVml(drawing);
        links.Add(s_dialect.LinkType("comments"), part);
        var id = links.Add(s_dialect.LinkType("vmlDrawing"), drawing);
        WritePart(zip, part, comments.Save);
        WritePart(zip, drawing, shapes.Save);
        WritePart(zip, links.Name, links.Save);
        return id;
    }

    private static void WritePart(ZipArchive zip, string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = WorkbookWriter.NoTime;
        using var part = entry.Open();
        write(part);
    }
}
