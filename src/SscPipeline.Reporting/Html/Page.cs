namespace SscPipeline.Reporting.Html;

/// <summary>One self-contained page: styles inside, no script, nothing loaded from anywhere.</summary>
internal static class Page
{
    private static readonly Lazy<string> Styles = new(ReadStyles);

    public static byte[] Write(string title, Markup body) => Write("en", title, body);

    /// <param name="language">ISO 639-1.</param>
    public static byte[] Write(string language, string title, Markup body) => Write(language, title, body, PageExtras.None);

    /// <param name="language">ISO 639-1.</param>
    public static byte[] Write(string language, string title, Markup body, PageExtras extras) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <meta http-equiv="Content-Security-Policy" content="{new Markup(extras.Policy)}">
        <title>{title}</title>
        <style>
        {new Markup(Styles.Value)}{extras.Styles}{RunningHead.Of(title)}</style>
        </head>
        <body>
        {body}</body>
        </html>

        """).ToUtf8();

    private static string ReadStyles()
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream("page.css")
            ?? throw new InvalidOperationException("The resource page.css is not embedded.");
        return new StreamReader(stream).ReadToEnd();
    }
}
