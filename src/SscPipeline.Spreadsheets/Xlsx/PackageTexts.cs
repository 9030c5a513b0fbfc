using System.Collections.Frozen;
using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>Texts of a package outside its sheets: document properties, text boxes, charts, and the copies of cells that pivot tables
/// and links to other workbooks keep, which outlive the cells themselves.</summary>
internal static class PackageTexts
{
    /// <summary>Written by the program, not by a person.</summary>
    private static readonly FrozenSet<string> s_impersonal =
        FrozenSet.Create(StringComparer.Ordinal, "created", "modified", "revision", "version", "lastPrinted");

    private static readonly FrozenSet<string> s_applicationProperties =
        FrozenSet.Create(StringComparer.Ordinal, "Manager", "Company", "HyperlinkBase");

    public static ImmutableArray<WorkbookText> Read(OoxmlPackage package, ReadingMeter meter)
    {
        var found = ImmutableArray.CreateBuilder<WorkbookText>();
        foreach (var part in package.Names.Order(StringComparer.Ordinal))
        {
            if (Reading(part) is { } read)
            {
                using var xml = package.Open(part);
                foreach (var text in read(xml))
                {
                    meter.CountPiece();
                    meter.CountText(text.Where.Length + text.Text.Length);
                    found.Add(text);
                }
            }
        }

        return found.ToImmutable();
    }

    private static Func<XmlPart, IEnumerable<WorkbookText>>? Reading(string part) => part switch
    {
        "docProps/core.xml" => xml => Properties(xml, name => !s_impersonal.Contains(name)),
        "docProps/app.xml" => xml => Properties(xml, s_applicationProperties.Contains),
        "docProps/custom.xml" => CustomProperties,
        _ when !part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) => null,
        _ when part.StartsWith("xl/drawings/", StringComparison.Ordinal) => xml => ElementTexts(xml, "t", "text box or picture"),
        _ when part.StartsWith("xl/charts/chart", StringComparison.Ordinal) => xml => ElementTexts(xml, "t", "chart"),
        _ when part.StartsWith("xl/pivotCache/", StringComparison.Ordinal) => PivotItems,
        _ when part.StartsWith("xl/externalLinks/", StringComparison.Ordinal) => xml => ElementTexts(xml, "v", "copy of cells of another workbook"),
        _ => null,
    };

    private static IEnumerable<WorkbookText> Properties(XmlPart xml, Func<string, bool> isPersonal)
    {
        while (xml.Read())
        {
            if (xml.IsElement && xml.Depth == 1 && xml.Name is var name && isPersonal(name) && Words(xml) is { } text)
            {
                yield return new WorkbookText($"document property \"{name}\"", text);
            }
        }
    }

    private static IEnumerable<WorkbookText> CustomProperties(XmlPart xml)
    {
        var name = "";
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "property")
            {
                name = xml.Attribute("name") ?? "";
            }
            else if (xml.IsElement && xml.Depth >= 2 && Words(xml) is { } text)
            {
                yield return new WorkbookText($"document property \"{name}\"", text);
            }
        }
    }

    private static IEnumerable<WorkbookText> ElementTexts(XmlPart xml, string element, string where)
    {
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == element && Words(xml) is { } text)
            {
                yield return new WorkbookText(where, text);
            }
        }
    }

    private static IEnumerable<WorkbookText> PivotItems(XmlPart xml)
    {
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name is "s" or "cacheField" && (xml.Attribute("v") ?? xml.Attribute("name")) is { Length: > 0 } text)
            {
                yield return new WorkbookText("copy of cells in a pivot table", text);
            }
        }
    }

    private static string? Words(XmlPart xml)
    {
        var text = xml.ReadText();
        return text.IsWhiteSpace() ? null : text.ToString();
    }
}
