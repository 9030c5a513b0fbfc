using System.Globalization;
using System.Xml.Linq;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary><c>xl/workbook.xml</c>: our sheet goes first, and everything that counts sheets counts on.</summary>
internal sealed class WorkbookPart
{
    private readonly XDocument _document;
    private readonly XNamespace _main;
    private readonly XElement _sheets;

    public WorkbookPart(XDocument document)
    {
        _document = document;
        Dialect = Dialect.Of(document.Root!);
        _main = Dialect.Main;
        _sheets = document.Root!.Element(_main + "sheets") ?? throw new InvalidDataException("The workbook lists no sheets.");
    }

    public Dialect Dialect { get; }

    /// <summary>Names and relationship ids, in their order.</summary>
    public IEnumerable<(string Name, string? Id)> Sheets => _sheets.Elements(_main + "sheet").Select(sheet => ((string?)sheet.Attribute("name") ?? "", LinkId(sheet)));

    /// <summary>Takes our sheet of an earlier copy out of the list.</summary>
    /// <param name="senders">The sheets that the reader did not recognise as ours.</param>
    /// <returns>The relationship id of the sheet; null when there was none.</returns>
    public string? RemoveOurs(IReadOnlySet<string> senders)
    {
        var names = Names().Where(IsOurs).ToList();
        var ours = _sheets.Elements(_main + "sheet").FirstOrDefault(sheet =>
            (string?)sheet.Attribute("name") is { } name && !senders.Contains(name) && names.Any(mark => PointsAt(mark.Value, name)));
        names.Remove();
        if (ours is null)
        {
            return null;
        }

        var at = _sheets.Elements(_main + "sheet").ToList().IndexOf(ours);
        ours.Remove();
        Names().Where(name => LocalSheet(name) == at).Remove();
        ShiftNames(number => number > at ? number - 1 : number);
        ShiftViews(number => number > at ? number - 1 : number);
        return LinkId(ours);
    }

    public string FreeSheetName(string wished)
    {
        var used = Sheets.Select(sheet => sheet.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = wished;
        for (var number = 2; used.Contains(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{wished} ({number})");
        }

        return name;
    }

    public void InsertOurs(string name, string linkId)
    {
        var highest = _sheets.Elements(_main + "sheet")
            .Select(sheet => int.TryParse((string?)sheet.Attribute("sheetId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .DefaultIfEmpty(0)
            .Max();
        _sheets.AddFirst(new XElement(
            _main + "sheet",
            new XAttribute(XNamespace.Xmlns + "r", Dialect.Links.NamespaceName),
            new XAttribute("name", name),
            new XAttribute("sheetId", highest + 1),
            new XAttribute(Dialect.Links + "id", linkId)));
        ShiftNames(number => number + 1);
        ShiftViews(_ => 0);
        AddName(name);
    }

    public void Save(Stream part) => PartXml.Save(_document, part);

    private IEnumerable<XElement> Names() => _document.Root!.Elements(_main + "definedNames").Elements(_main + "definedName");

    private static bool IsOurs(XElement name) => (string?)name.Attribute("name") == OwnMarks.SheetMark;

    /// <summary>Whether a reference such as <c>'My sheet'!$A$1</c> leads to the sheet.</summary>
    private static bool PointsAt(string reference, string sheet)
    {
        var end = reference.LastIndexOfAny(['!', '.']);
        return end > 0 && reference[..end].TrimStart('$').Trim('\'').Replace("''", "'", StringComparison.Ordinal) == sheet;
    }

    private void AddName(string sheet)
    {
        var names = _document.Root!.Element(_main + "definedNames");
        if (names is null)
        {
            // The schema wants names behind the sheets, with only these two between.
            var before = _document.Root.Element(_main + "externalReferences") ?? _document.Root.Element(_main + "functionGroups") ?? _sheets;
            names = new XElement(_main + "definedNames");
            before.AddAfterSelf(names);
        }

        names.Add(new XElement(
            _main + "definedName", new XAttribute("name", OwnMarks.SheetMark), new XAttribute("hidden", "1"), IssueSheet.Place(sheet, "$A$1")));
    }

    private void ShiftNames(Func<int, int> shift)
    {
        foreach (var name in Names())
        {
            if (LocalSheet(name) is { } at)
            {
                name.SetAttributeValue("localSheetId", shift(at));
            }
        }
    }

    /// <summary>Every window shows our sheet first.</summary>
    private void ShiftViews(Func<int, int> shift)
    {
        foreach (var view in _document.Root!.Elements(_main + "bookViews").Elements(_main + "workbookView"))
        {
            foreach (var attribute in view.Attributes().Where(one => one.Name.LocalName is "activeTab" or "firstSheet").ToList())
            {
                attribute.Value = shift(int.TryParse(attribute.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0)
                    .ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    private static int? LocalSheet(XElement name) =>
        int.TryParse((string?)name.Attribute("localSheetId"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;

    private static string? LinkId(XElement sheet) =>
        sheet.Attributes().FirstOrDefault(one => one.Name.LocalName == "id" && one.Name.Namespace != XNamespace.None)?.Value;
}
