namespace SscPipeline.Domain.Workbooks;

/// <summary>A rectangle of cells, both corners included.</summary>
public readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    public bool Contains(CellAddress address) =>
        address.Row >= First.Row && address.Row <= Last.Row && address.Column >= First.Column && address.Column <= Last.Column;

    /// <summary>Reads <c>A1:C3</c> or a single <c>A1</c>; null for anything else.</summary>
    public static CellRange? TryParse(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        var first = CellAddress.TryParse(colon < 0 ? text : text[..colon]);
        var last = colon < 0 ? first : CellAddress.TryParse(text[(colon + 1)..]);
        return first is { } from && last is { } to ? new CellRange(from, to) : null;
    }

    public override string ToString() => $"{First}:{Last}";
}
