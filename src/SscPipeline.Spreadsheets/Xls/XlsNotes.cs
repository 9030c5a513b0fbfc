using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xls;

/// <summary>Notes of a sheet. In BIFF 8 the place and author (Note) and the text (TextObject) are told apart and meet by an object's number.</summary>
internal sealed class XlsNotes(BiffStream records, ReadingMeter meter)
{
    private readonly List<(CellAddress Address, int ObjectId, string Author, string? Text)> _notes = [];
    private readonly Dictionary<int, string> _objectTexts = [];
    private int _objectId = -1;

    /// <summary>Texts of boxes that are no notes.</summary>
    public IEnumerable<string> OtherTexts => _objectTexts.ExceptBy(_notes.Select(note => note.ObjectId), text => text.Key).Select(text => text.Value);

    public ImmutableArray<SheetComment> Comments() =>
        [.. _notes.Select(note => new SheetComment(note.Address, note.Author, note.Text ?? _objectTexts.GetValueOrDefault(note.ObjectId, "")))];

    public bool TryRead()
    {
        switch (records.Type)
        {
            case BiffRecord.Note:
                ReadNote();
                return true;
            case BiffRecord.DrawingObject when records.Left >= 8:
                records.Skip(6);
                _objectId = records.UInt16();
                return true;
            case BiffRecord.TextObject when records.IsBiff8 && records.Left >= 18:
                ReadText();
                return true;
            default:
                return false;
        }
    }

    private void ReadNote()
    {
        meter.CountPiece();
        var address = new CellAddress(records.UInt16() + 1, records.UInt16() + 1);
        if (records.IsBiff8)
        {
            records.UInt16();
            var objectId = records.UInt16();
            _notes.Add((address, objectId, records.Text(lengthBytes: 2), null));
        }
        else
        {
            records.UInt16();
            _notes.Add((address, -1, "", records.CodePage.GetString(records.Bytes(records.Left))));
        }
    }

    private void ReadText()
    {
        records.Skip(10);
        var length = records.UInt16();
        records.Skip(6);
        if (length > 0)
        {
            meter.CountPiece();
            var isWide = (records.Byte() & 1) != 0;
            var text = records.Characters(length, isWide);
            meter.CountText(text.Length);
            _objectTexts[_objectId] = text;
        }
    }
}
