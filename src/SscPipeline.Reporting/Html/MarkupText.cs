using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SscPipeline.Reporting.Html;

/// <summary>The interpolated string behind <see cref="Markup.Of"/>.</summary>
[InterpolatedStringHandler]
internal readonly struct MarkupText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly List<string> pieces = [];

    /// <summary>What follows the pieces.</summary>
    private readonly StringBuilder text;

    public MarkupText(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => text.Append(literal);

    public static string Encoded(string? value) => Encoder.Encode(VisibleText.Of(value ?? ""));

    public void AppendFormatted(string? value) => text.Append(Encoded(value));

    public void AppendFormatted(int value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(int? value)
    {
        if (value is { } number)
        {
            AppendFormatted(number);
        }
    }

    public void AppendFormatted(Markup markup)
    {
        if (markup.IsLong)
        {
            pieces.Add(text.ToString());
            text.Clear();
            pieces.AddRange(markup.Pieces);
        }
        else
        {
            text.Append(markup.Html);
        }
    }

    public void AppendFormatted(IEnumerable<Markup> parts)
    {
        foreach (var part in parts)
        {
            AppendFormatted(part);
        }
    }

    public Markup ToMarkup() => new([.. pieces, text.ToString()]);
}
