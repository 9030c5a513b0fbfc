using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Annotating;
using SscPipeline.Spreadsheets.Building;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>Reads a SpreadsheetML workbook part by part, without ever holding a part as a tree.</summary>
internal static class XlsxWorkbook
{
    /// <summary>One more than are named.</summary>
    private const int MostUncalculated = 11;

    public static Workbook Read(OoxmlPackage package, string workbookPart, ReadingMeter meter)
    {
        var outline = WorkbookOutline.Read(package, workbookPart, meter);
        var texts = new TextPool(meter);
        var shared = ReadPart(package, outline, "sharedStrings", xml => SharedStrings.Read(xml, texts, meter)) ?? [];
        var formats = ReadPart(package, outline, "styles", xml => StyleFormats.Read(xml, meter)) ?? [];
        var people = ReadPart(package, outline, "person", xml => SheetComments.ReadPeople(xml, meter)) ?? [];
        var cells = new CellSource(shared, formats, texts, meter, outline.Uses1904Dates);
        var outsideCells = ImmutableArray.CreateBuilder<WorkbookText>();
        var uncalculated = new List<string>();
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        foreach (var listed in outline.Sheets)
        {
            sheets.Add(ReadSheet(package, listed, cells, people, outsideCells, uncalculated));
        }

        outsideCells.AddRange(outline.Texts);
        outsideCells.AddRange(PackageTexts.Read(package, meter));
        return new Workbook(WorkbookFormat.Xlsx, sheets.ToImmutable())
        {
            Uses1904Dates = outline.Uses1904Dates,
            Texts = outsideCells.ToImmutable(),
            Remarks = Remarks(uncalculated),
        };
    }

    private static T? ReadPart<T>(OoxmlPackage package, WorkbookOutline outline, string type, Func<XmlPart, T> read)
        where T : class
    {
        var target = outline.Relationships.FirstOrDefault(relationship => relationship.Type == type && !relationship.IsExternal)?.Target;
        if (target is null || !package.Has(target))
        {
            return null;
        }

        using var xml = package.Open(target);
        return read(xml);
    }

    private static Sheet ReadSheet(
        OoxmlPackage package,
        WorkbookOutline.ListedSheet listed,
        CellSource cells,
        Dictionary<string, string> people,
        ImmutableArray<WorkbookText>.Builder texts,
        List<string> uncalculated)
    {
        var relationships = package.Relationships(listed.Part);
        using var xml = package.Open(listed.Part);
        var reader = new SheetReader(xml, cells, listed.Name, relationships);
        var sheet = reader.Read();
        texts.AddRange(OwnMarks.IsOurs(sheet) ? [] : reader.Texts);
        uncalculated.AddRange(reader.Uncalculated.Take(MostUncalculated - uncalculated.Count));
        return sheet with
        {
            Visibility = listed.Visibility,
            Comments = SheetComments.Read(package, relationships, people, cells.Meter),
        };
    }

    private static ImmutableArray<WorkbookRemark> Remarks(List<string> uncalculated) =>
        uncalculated.Count == 0
            ? []
            : [new(WorkbookRemarkKind.FormulaNotCalculated, string.Join(", ", uncalculated.Take(MostUncalculated - 1)) + (uncalculated.Count == MostUncalculated ? " and others" : ""))];
}
