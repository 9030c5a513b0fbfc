using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Building;

/// <summary>One string object for each different text of a workbook.</summary>
internal sealed class TextPool
{
    private readonly ReadingMeter _meter;
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TextPool(ReadingMeter meter)
    {
        _meter = meter;
        _lookup = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string Keep(ReadOnlySpan<char> text)
    {
        if (_lookup.TryGetValue(text, out var known))
        {
            return known;
        }

        _meter.CheckLength(text.Length);
        _meter.CountText(text.Length);
        var kept = text.ToString();
        _texts.Add(kept);
        return kept;
    }
}
