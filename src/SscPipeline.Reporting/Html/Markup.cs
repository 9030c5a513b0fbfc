namespace SscPipeline.Reporting.Html;

/// <summary>HTML that is safe to show: it can only be made from literals and encoded values.</summary>
internal readonly record struct Markup(string Html)
{
    public static Markup Empty { get; } = new("");

    /// <summary>Every hole of the interpolated string is encoded, unless it is markup already.</summary>
    public static Markup Of(MarkupText text) => new(text.ToString());

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Html)));

    public static Markup Join(params ReadOnlySpan<Markup> parts)
    {
        var text = new System.Text.StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Html);
        }

        return new Markup(text.ToString());
    }

    public override string ToString() => Html ?? "";
}
