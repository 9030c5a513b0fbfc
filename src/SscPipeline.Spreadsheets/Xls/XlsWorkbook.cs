using System.Collections.Immutable;
using ExcelDataReader;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Building;
using SscPipeline.Spreadsheets.Detection;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xls;

/// <summary>Reads <c>.xls</c> workbooks. BIFF 5 and 8 are read here, since errors, notes, the epoch and hidden columns count; older and
/// encrypted ones (a file that is only write-protected is encrypted with a known password) go through ExcelDataReader.</summary>
internal sealed class XlsWorkbook
{
    private const int Biff5 = 0x500;
    private const int Biff8 = 0x600;
    private const string InWords = "an .xls workbook";
    private readonly BiffStream _records;
    private readonly ReadingMeter _meter;
    private readonly TextPool _pool;
    private readonly List<(long Position, int State, string Name)> _listed = [];
    private readonly ImmutableArray<WorkbookText>.Builder _texts = ImmutableArray.CreateBuilder<WorkbookText>();
    private readonly List<string> _shared = [];
    private readonly Dictionary<int, string> _codes = [];
    private readonly List<int> _styles = [];
    private bool _uses1904Dates;
    private bool _isEncrypted;

    private XlsWorkbook(byte[] stream, ReadingMeter meter) =>
        (_records, _meter, _pool) = (new BiffStream(stream, meter), meter, new TextPool(meter));

    /// <param name="container">Null for a bare stream of records.</param>
    public static Workbook Read(Stream content, CompoundFile? container, ReadingMeter meter)
    {
        if (container is null)
        {
            return ReadByLibrary(content, meter);
        }

        CompoundKind.EnsureWorkbook(container);
        var workbook = new XlsWorkbook(container.TryRead("Workbook") ?? container.TryRead("Book")!, meter);
        var read = workbook.TryRead() ?? ReadByLibrary(content, meter);
        return read with { Texts = read.Texts.AddRange(PropertyStreams.Read(container)) };
    }

    private static Workbook ReadByLibrary(Stream content, ReadingMeter meter)
    {
        content.Position = 0;
        var cells = new LibraryCells(meter, uses1904Dates: false);
        var sheets = cells.Read(configuration => ExcelReaderFactory.CreateBinaryReader(content, configuration), InWords);
        return new Workbook(WorkbookFormat.Xls, sheets) { Texts = [.. cells.Texts] };
    }

    /// <returns>Null when the workbook is of another version, or encrypted.</returns>
    private Workbook? TryRead()
    {
        if (!_records.Read() || _records.Type != BiffRecord.Begin || _records.UInt16() is not (Biff5 or Biff8))
        {
            return null;
        }

        _records.MoveTo(0);
        _records.Read();
        _records.IsBiff8 = _records.UInt16() == Biff8;
        _records.CodePage = CodePages.Get(1252);
        while (_records.Read() && _records.Type != BiffRecord.EndOfSubstream && !_isEncrypted)
        {
            ReadGlobal();
        }

        return _isEncrypted ? null : new Workbook(WorkbookFormat.Xls, ReadSheets())
        {
            Uses1904Dates = _uses1904Dates,
            Texts = _texts.ToImmutable(),
        };
    }

    private void ReadGlobal()
    {
        switch (_records.Type)
        {
            case BiffRecord.FilePass:
                _isEncrypted = true;
                break;
            case BiffRecord.CodePage:
                _records.CodePage = CodePages.Get(_records.UInt16());
                break;
            case BiffRecord.DateMode:
                _uses1904Dates = _records.UInt16() == 1;
                break;
            case BiffRecord.ListedSheet:
                var position = _records.UInt32();
                var state = _records.UInt16();
                var name = _records.Text(lengthBytes: 1);
                _meter.CountSheet(name.Length);
                _listed.Add((position, state, name));
                break;
            case BiffRecord.SharedStrings:
                ReadSharedStrings();
                break;
            case BiffRecord.Format:
                _codes[_records.UInt16()] = _records.Text(_records.IsBiff8 ? 2 : 1);
                break;
            case BiffRecord.CellFormat:
                _records.UInt16();
                _styles.Add(_records.UInt16());
                break;
            case BiffRecord.WriteAccess:
                AddText("user who saved the workbook", _records.Text(_records.IsBiff8 ? 2 : 1).Trim(' ', '\0'));
                break;
            case BiffRecord.Name:
                ReadName();
                break;
            default:
                break;
        }
    }

    private void ReadSharedStrings()
    {
        _records.UInt32();
        for (var left = _records.UInt32(); left > 0; left--)
        {
            _meter.CountPiece();
            _shared.Add(_pool.Keep(_records.Text(lengthBytes: 2)));
        }
    }

    /// <summary>A built-in name is a single character below 14, such as 6 for the print area.</summary>
    private void ReadName()
    {
        _records.Skip(3);
        var length = _records.Byte();
        _records.Skip(10);
        var name = _records.IsBiff8
            ? _records.Characters(length, isWide: (_records.Byte() & 1) != 0)
            : _records.CodePage.GetString(_records.Bytes(length));
        AddText($"defined name \"{name}\"", name.Trim('\0', '\u0001', '\u0006', '\u0007', '\r'));
    }

    private ImmutableArray<Sheet> ReadSheets()
    {
        var pool = new FormatPool();
        var formats = _styles.ConvertAll(id => pool.Get(_codes.GetValueOrDefault(id) ?? BuiltInFormats.Code(id)));
        var cells = new XlsCells(_records, _shared, formats, _pool);
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        foreach (var (position, state, name) in _listed)
        {
            _records.MoveTo(position);
            var sheet = new XlsSheet(_records, cells, name, _meter);
            sheets.Add(sheet.Read() with
            {
                Visibility = (state & 3) switch { 1 => SheetVisibility.Hidden, 2 => SheetVisibility.VeryHidden, _ => SheetVisibility.Visible },
            });
            foreach (var (where, text) in sheet.Texts)
            {
                AddText(where, text);
            }
        }

        return sheets.ToImmutable();
    }

    private void AddText(string where, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _meter.CountPiece();
            _meter.CountText(where.Length + text.Length);
            _texts.Add(new WorkbookText(where, text));
        }
    }
}
