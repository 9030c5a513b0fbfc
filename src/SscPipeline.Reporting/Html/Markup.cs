using System.Collections.Immutable;
using System.Text;

namespace SscPipeline.Reporting.Html;

/// <summary>HTML that is safe to show: it can only be made from literals and encoded values.</summary>
/// <remarks>It is kept in pieces, so that a long table is not copied into everything that it becomes a part of.</remarks>
internal readonly struct Markup(ImmutableArray<string> pieces)
{
    /// <summary>Shorter markup is copied into what it becomes a part of.</summary>
    private const int Long = 4_000;

    public Markup(string html)
        : this([html])
    {
    }

    public static Markup Empty { get; } = new("");

    /// <summary>One after the other they are the HTML.</summary>
    public ImmutableArray<string> Pieces => pieces.IsDefault ? [] : pieces;

    public string Html => string.Concat(Pieces.AsSpan());

    public bool IsLong => Pieces is { Length: > 1 } or [{ Length: > Long }];

    /// <summary>Every hole of the interpolated string is encoded, unless it is markup already.</summary>
    public static Markup Of(MarkupText text) => text.ToMarkup();

    public static Markup Join(params IEnumerable<Markup> parts) => Of($"{parts}");

    public byte[] ToUtf8()
    {
        var (bytes, end) = (new byte[Pieces.Sum(Encoding.UTF8.GetByteCount)], 0);
        foreach (var piece in Pieces)
        {
            end += Encoding.UTF8.GetBytes(piece, bytes.AsSpan(end));
        }

        return bytes;
    }

    public override string ToString() => Html;
}
