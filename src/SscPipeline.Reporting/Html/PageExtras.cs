namespace SscPipeline.Reporting.Html;

/// <summary>What a page has that does more than show something.</summary>
/// <param name="Policy">Its Content-Security-Policy, as far as a page can say it itself.</param>
/// <param name="Styles">Behind those that all pages have.</param>
internal sealed record PageExtras(string Policy, Markup Styles)
{
    /// <summary>Nothing but styles inside.</summary>
    public static PageExtras None { get; } = new("default-src 'none'; style-src 'unsafe-inline'", Markup.Empty);
}
