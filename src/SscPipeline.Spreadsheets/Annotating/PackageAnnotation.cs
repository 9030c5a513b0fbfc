using System.IO.Compression;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>Writes the annotated copy of one package: parts that nothing is said about are copied byte for byte, one after the other.</summary>
internal sealed class PackageAnnotation(
    OoxmlPackage package, string main, Workbook workbook, IReadOnlyList<CellNote> notes, AnnotationTexts texts, CancellationToken cancellationToken)
{
    private const string Signatures = "_xmlsignatures/";
    private readonly Dictionary<string, Action<Stream>> _edits = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _dropped = new(StringComparer.OrdinalIgnoreCase);
    private readonly ContentTypes _types = ContentTypes.Load(package);
    private readonly WorkbookPart _workbook = new(PartXml.Load(package, main));
    private readonly LinksPart _links = LinksPart.Load(package, main);

    /// <returns>The extension of the copy's kind.</returns>
    public string Write(Stream destination)
    {
        using var zip = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        DropSignatures();
        DropOldSheet();
        var (stylesPart, styles) = Styles();
        var sheetNumber = 0;
        foreach (var (name, id) in _workbook.Sheets)
        {
            sheetNumber++;
            if (_links.TargetOf(id) is { } part && package.Has(part))
            {
                Annotate(name, part, sheetNumber, styles);
            }
        }

        AddIssueSheet(styles);
        _edits[main] = _workbook.Save;
        _edits[_links.Name] = _links.Save;
        _edits[ContentTypes.Part] = _types.Save;

        // The sheets say which styles are needed while they are written, so the styles go last.
        WritePart(zip, ContentTypes.Part, _types.Save);
        foreach (var part in package.Names.Where(part => !part.EndsWith('/') && part != ContentTypes.Part && part != stylesPart && !_dropped.Contains(part)))
        {
            WritePart(zip, part, _edits.GetValueOrDefault(part) ?? (target => Copy(part, target)));
        }

        foreach (var (part, write) in _edits.Where(edit => !package.Has(edit.Key) && edit.Key != ContentTypes.Part))
        {
            WritePart(zip, part, write);
        }

        WritePart(zip, stylesPart, styles.Save);
        return _types.Extension(main);
    }

    /// <summary>A signature vouches for bytes that the copy no longer has.</summary>
    private void DropSignatures()
    {
        var links = LinksPart.Load(package, "");
        links.Remove(target => target.StartsWith(Signatures, StringComparison.OrdinalIgnoreCase), type => type == "origin");
        if (links.IsChanged)
        {
            Drop(part => part.StartsWith(Signatures, StringComparison.OrdinalIgnoreCase));
            _edits[links.Name] = links.Save;
        }
    }

    private void DropOldSheet()
    {
        var senders = workbook.Sheets.Select(sheet => sheet.Name).ToHashSet(StringComparer.Ordinal);
        if (_links.TargetOf(_workbook.RemoveOurs(senders)) is { } part)
        {
            _links.Remove(target => target == part, _ => false);
            Drop(one => one == part || one == PartName.OfRelationships(part));
        }
    }

    private void Drop(Func<string, bool> isPart)
    {
        _dropped.UnionWith(package.Names.Where(isPart));
        _types.Remove(isPart);
    }

    private (string Part, StyleBook Styles) Styles()
    {
        if (_links.FirstTarget("styles") is { } known && package.Has(known))
        {
            return (known, new StyleBook(PartXml.Load(package, known)));
        }

        var part = FreeName("xl/styles.xml");
        _types.Add(part, ContentTypes.Styles);
        _links.Add(_workbook.Dialect.LinkType("styles"), part);
        return (part, new StyleBook(StyleBook.Empty(_workbook.Dialect)));
    }

    private void Annotate(string name, string part, int number, StyleBook styles)
    {
        var cells = CellTexts.Of(name, workbook, notes, texts);
        var marks = new SheetMarks(cells.ToDictionary(cell => cell.Key, cell => cell.Value.IsError));
        var links = LinksPart.Load(package, part);
        marks.Look(package, part, toItsEnd: cells.Count > 0 || links.FirstTarget("comments") is not null);
        var comments = new SheetCommentParts(package, links, _types, _workbook.Dialect, FreeName);
        var newDrawing = comments.Write(cells, marks.LegacyDrawing, number, _edits);
        if (links.IsChanged)
        {
            _edits[links.Name] = links.Save;
        }

        if (cells.Count > 0 || marks.IsSelected || styles.HasOldMarks)
        {
            _edits[part] = target =>
            {
                using var reader = PartXml.Read(package, part);
                using var writer = PartXml.Write(target);
                new SheetMarker(reader, writer, marks, styles, newDrawing, _workbook.Dialect).Run();
            };
        }
    }

    private void AddIssueSheet(StyleBook styles)
    {
        var names = _workbook.Sheets.Select(sheet => sheet.Name).ToHashSet(StringComparer.Ordinal);
        var sheet = new IssueSheet(texts, styles.Issues, names, _workbook.Dialect);
        var part = FreeName("xl/worksheets/sscIssues.xml");
        _types.Add(part, ContentTypes.Worksheet);
        _workbook.InsertOurs(_workbook.FreeSheetName(texts.SheetName), _links.Add(_workbook.Dialect.LinkType("worksheet"), part));
        _edits[part] = target => sheet.Write(target, notes);
    }

    /// <summary>A part's name that nobody has; a number goes before its extension.</summary>
    private string FreeName(string wished)
    {
        var name = wished;
        for (var number = 2; package.Has(name) || _edits.ContainsKey(name); number++)
        {
            name = $"{wished[..wished.LastIndexOf('.')]}{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}{Path.GetExtension(wished)}";
        }

        return name;
    }

    private void Copy(string part, Stream target)
    {
        using var source = package.OpenStream(part, isXml: false);
        source.CopyTo(target);
    }

    private void WritePart(ZipArchive zip, string name, Action<Stream> write)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = WorkbookWriter.NoTime;
        using var part = entry.Open();
        write(part);
    }
}
