using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Building;
using SscPipeline.Spreadsheets.Limits;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Xlsb;

/// <summary>Reads <c>.xlsb</c> workbooks: the parts of an <c>.xlsx</c> workbook as binary records ([MS-XLSB]).</summary>
internal sealed class XlsbWorkbook
{
    private readonly OoxmlPackage _package;
    private readonly ReadingMeter _meter;
    private readonly List<Relationship> _relationships;
    private readonly ImmutableArray<Sheet>.Builder _sheets = ImmutableArray.CreateBuilder<Sheet>();
    private readonly ImmutableArray<WorkbookText>.Builder _texts = ImmutableArray.CreateBuilder<WorkbookText>();

    private XlsbWorkbook(OoxmlPackage package, string part, ReadingMeter meter) =>
        (_package, _meter, _relationships) = (package, meter, package.Relationships(part));

    public static Workbook Read(OoxmlPackage package, string part, ReadingMeter meter) =>
        new XlsbWorkbook(package, part, meter).Read(part);

    private Workbook Read(string part)
    {
        var pool = new TextPool(_meter);
        var shared = ReadShared(pool);
        var formats = ReadFormats();
        var uses1904 = false;
        using var records = Open(part);
        while (records.Read())
        {
            switch (records.Type)
            {
                case RecordType.WorkbookProperties:
                    uses1904 = (records.UInt32() & 1) != 0;
                    break;
                case RecordType.ListedSheet:
                    ReadSheet(records, new XlsbCells(shared, formats, pool, _meter));
                    break;
                case RecordType.Name:
                    records.Skip(9);
                    var name = Kept(records);
                    _texts.Add(new WorkbookText($"defined name \"{name}\"", name));
                    break;
                default:
                    break;
            }
        }

        return new Workbook(WorkbookFormat.Xlsb, _sheets.ToImmutable())
        {
            Uses1904Dates = uses1904,
            Texts = [.. _texts, .. PackageTexts.Read(_package, _meter)],
        };
    }

    private BinaryPart Open(string part) => new(_package.OpenStream(part, isXml: false), _meter);

    private void ReadSheet(BinaryPart listed, XlsbCells cells)
    {
        var state = listed.UInt32();
        listed.Skip(4);
        var id = listed.Text().ToString();
        var name = listed.Text().ToString();
        _meter.CountSheet(name.Length);
        var part = _relationships.Find(one => one.Id == id && _package.Has(one.Target))?.Target
            ?? throw UnreadableWorkbookException.Damaged("an .xlsb workbook that lists a sheet which it does not hold");
        using var records = Open(part);
        var sheet = new XlsbSheet(records, cells, name, _meter);
        _sheets.Add(sheet.Read() with
        {
            Visibility = state switch { 1 => SheetVisibility.Hidden, 2 => SheetVisibility.VeryHidden, _ => SheetVisibility.Visible },
            Comments = ReadComments(part),
        });
        _texts.AddRange(sheet.Texts);
    }

    private List<string> ReadShared(TextPool pool)
    {
        var shared = new List<string>();
        if (Target("sharedStrings") is { } part)
        {
            using var records = Open(part);
            while (records.Read())
            {
                if (records.Type == RecordType.SharedItem)
                {
                    records.Skip(1);
                    _meter.CountPiece();
                    shared.Add(pool.Keep(records.Text()));
                }
            }
        }

        return shared;
    }

    private List<NumberFormat> ReadFormats()
    {
        var codes = new Dictionary<int, string>();
        var pool = new FormatPool();
        var formats = new List<NumberFormat>();
        if (Target("styles") is { } part)
        {
            var inCells = false;
            using var records = Open(part);
            while (records.Read())
            {
                inCells = records.Type switch { RecordType.BeginCellFormats => true, RecordType.EndCellFormats => false, _ => inCells };
                if (records.Type == RecordType.Format)
                {
                    codes[records.UInt16()] = Kept(records);
                }
                else if (records.Type == RecordType.CellFormat && inCells)
                {
                    _meter.CountPiece();
                    records.Skip(2);
                    var id = records.UInt16();
                    formats.Add(pool.Get(codes.GetValueOrDefault(id) ?? BuiltInFormats.Code(id)));
                }
            }
        }

        return formats;
    }

    private ImmutableArray<SheetComment> ReadComments(string sheetPart)
    {
        var authors = new List<string>();
        var comments = ImmutableArray.CreateBuilder<SheetComment>();
        foreach (var part in _package.Relationships(sheetPart).Where(one => one.Type == "comments" && _package.Has(one.Target)))
        {
            using var records = Open(part.Target);
            (CellAddress Address, string Author) current = (default, "");
            while (records.Read())
            {
                switch (records.Type)
                {
                    case RecordType.CommentAuthor:
                        authors.Add(Kept(records));
                        break;
                    case RecordType.Comment:
                        var author = records.UInt32();
                        var row = records.UInt32();
                        records.Skip(4);
                        current = (new CellAddress((int)row + 1, (int)records.UInt32() + 1), author < authors.Count ? authors[(int)author] : "");
                        break;
                    case RecordType.CommentText:
                        records.Skip(1);
                        comments.Add(new SheetComment(current.Address, current.Author, Kept(records)));
                        break;
                    default:
                        break;
                }
            }
        }

        return comments.ToImmutable();
    }

    private string Kept(BinaryPart records)
    {
        var text = records.Text();
        _meter.CountPiece();
        _meter.CountText(text.Length);
        return text.ToString();
    }

    private string? Target(string type) => _relationships.Find(one => one.Type == type && _package.Has(one.Target))?.Target;
}
