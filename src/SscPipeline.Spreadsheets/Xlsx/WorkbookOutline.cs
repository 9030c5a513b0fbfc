using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>What <c>workbook.xml</c> says: the sheets in their order, the epoch of dates, names and other texts.</summary>
internal sealed record WorkbookOutline(
    ImmutableArray<WorkbookOutline.ListedSheet> Sheets, bool Uses1904Dates, ImmutableArray<WorkbookText> Texts, List<Relationship> Relationships)
{
    public static WorkbookOutline Read(OoxmlPackage package, string part, ReadingMeter meter)
    {
        var relationships = package.Relationships(part);
        var byId = relationships.ToLookup(relationship => relationship.Id, StringComparer.Ordinal);
        var sheets = ImmutableArray.CreateBuilder<ListedSheet>();
        var texts = ImmutableArray.CreateBuilder<WorkbookText>();
        var uses1904 = false;
        using var xml = package.Open(part);
        while (xml.Read())
        {
            if (!xml.IsElement)
            {
                continue;
            }

            meter.CountPiece();
            switch (xml.Name)
            {
                case "workbookPr":
                    uses1904 = xml.Flag("date1904");
                    break;
                case "sheet":
                    var name = xml.Attribute("name") ?? "";
                    meter.CountSheet(name.Length);
                    sheets.Add(new(name, Visibility(xml.Attribute("state")), PartOf(byId, xml.Attribute("id"), package)));
                    break;
                case "definedName":
                    var defined = Kept(xml.Attribute("name"));
                    texts.Add(new WorkbookText($"defined name \"{defined}\"", $"{defined} = {Kept(xml.ReadText().ToString())}"));
                    break;
                case "fileSharing" when xml.Attribute("userName") is { Length: > 0 } user:
                    texts.Add(new WorkbookText("user who reserved the workbook", Kept(user)));
                    break;
                case "absPath" when xml.Attribute("url") is { Length: > 0 } path:
                    texts.Add(new WorkbookText("folder in which the workbook was saved", Kept(path)));
                    break;
                default:
                    break;
            }
        }

        return new WorkbookOutline(sheets.ToImmutable(), uses1904, texts.ToImmutable(), relationships);

        string Kept(string? text)
        {
            meter.CountText(text?.Length ?? 0);
            return text ?? "";
        }
    }

    private static SheetVisibility Visibility(string? state) => state switch
    {
        "hidden" => SheetVisibility.Hidden,
        "veryHidden" => SheetVisibility.VeryHidden,
        _ => SheetVisibility.Visible,
    };

    private static string PartOf(ILookup<string, Relationship> byId, string? id, OoxmlPackage package) =>
        byId[id ?? ""].FirstOrDefault(relationship => package.Has(relationship.Target))?.Target
        ?? throw UnreadableWorkbookException.Damaged("an .xlsx workbook that lists a sheet which it does not hold");

    public sealed record ListedSheet(string Name, SheetVisibility Visibility, string Part);
}
