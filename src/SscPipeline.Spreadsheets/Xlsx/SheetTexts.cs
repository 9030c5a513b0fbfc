using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>Texts of a worksheet part that stand outside its cells: headers, footers, links, prompts, scenarios.</summary>
internal sealed class SheetTexts(string sheetName, List<Relationship> relationships, ReadingMeter meter)
{
    private readonly Lazy<ILookup<string, Relationship>> _links = new(() => relationships.Where(one => one.IsExternal).ToLookup(one => one.Id, StringComparer.Ordinal));
    private readonly ImmutableArray<WorkbookText>.Builder _found = ImmutableArray.CreateBuilder<WorkbookText>();

    public IReadOnlyList<WorkbookText> Found => _found;

    public void Read(XmlPart xml)
    {
        switch (xml.Name)
        {
            case "oddHeader" or "evenHeader" or "firstHeader":
                Add($"page header of sheet \"{sheetName}\"", xml.ReadText());
                break;
            case "oddFooter" or "evenFooter" or "firstFooter":
                Add($"page footer of sheet \"{sheetName}\"", xml.ReadText());
                break;
            case "hyperlink":
                ReadLink(xml);
                break;
            case "dataValidation":
                AddAttributes($"data validation of {sheetName}!{xml.Attribute("sqref")}", xml, "promptTitle", "prompt", "errorTitle", "error");
                break;
            case "scenario":
                AddAttributes($"scenario of sheet \"{sheetName}\"", xml, "name", "user", "comment");
                break;
            default:
                break;
        }
    }

    private void ReadLink(XmlPart xml)
    {
        var where = $"link at {sheetName}!{xml.Attribute("ref")}";
        AddAttributes(where, xml, "display", "tooltip", "location");
        if (xml.Attribute("id") is { } id && _links.Value[id].FirstOrDefault() is { } target)
        {
            Add(where, target.Target);
        }
    }

    private void AddAttributes(string where, XmlPart xml, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Add(where, xml.Attribute(name));
        }
    }

    private void Add(string where, ReadOnlySpan<char> text)
    {
        if (!text.IsWhiteSpace())
        {
            meter.CountPiece();
            meter.CountText(where.Length + text.Length);
            _found.Add(new WorkbookText(where, text.ToString()));
        }
    }
}
