using SscPipeline.Spreadsheets.Limits;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Detection;

/// <summary>Tells a workbook from everything else that is zipped.</summary>
internal static class PackageKind
{
    /// <summary>For packages whose relationships are lost.</summary>
    private static readonly string[] s_usualParts = ["xl/workbook.xml", "xl/workbook.bin"];

    private static readonly (string Part, string Name)[] s_foreign =
    [
        ("word/", "a Word document"),
        ("ppt/", "a PowerPoint presentation"),
        ("visio/", "a Visio drawing"),
        ("Index/", "a document of Apple Numbers, Pages or Keynote"),
        ("META-INF/container.xml", "an e-book"),
        ("AndroidManifest.xml", "an app"),
    ];

    /// <returns>The main part: its name ends in <c>.bin</c> in an <c>.xlsb</c> workbook.</returns>
    /// <exception cref="UnreadableWorkbookException">No workbook; the fault names what it is.</exception>
    public static string WorkbookPart(OoxmlPackage package)
    {
        if (package.IsEncrypted)
        {
            throw UnreadableWorkbookException.Password("a zip file with a password");
        }

        var main = MainPart(package);
        return main is not null && !s_foreign.Any(foreign => main.StartsWith(foreign.Part, StringComparison.OrdinalIgnoreCase))
            ? main
            : throw UnreadableWorkbookException.Foreign(Name(package));
    }

    private static string? MainPart(OoxmlPackage package) =>
        package.Relationships("").Where(one => one.Type == "officeDocument").Select(one => one.Target).FirstOrDefault(package.Has)
        ?? s_usualParts.FirstOrDefault(package.Has);

    private static string Name(OoxmlPackage package)
    {
        if (package.Has("mimetype"))
        {
            return OpenDocumentName(package);
        }

        foreach (var (part, name) in s_foreign)
        {
            if (package.Names.Any(one => one.StartsWith(part, StringComparison.OrdinalIgnoreCase)))
            {
                return name;
            }
        }

        return "a zip archive";
    }

    private static string OpenDocumentName(OoxmlPackage package)
    {
        using var reader = new StreamReader(package.OpenStream("mimetype", isXml: false));
        var start = new char[64];
        var type = new string(start, 0, reader.ReadBlock(start));
        return type switch
        {
            _ when type.Contains("opendocument.spreadsheet", StringComparison.Ordinal) => "an OpenDocument spreadsheet (.ods)",
            _ when type.Contains("opendocument", StringComparison.Ordinal) => "an OpenDocument file",
            _ when type.Contains("epub", StringComparison.Ordinal) => "an e-book",
            _ => "a zip archive",
        };
    }
}
