namespace SscPipeline.Spreadsheets.Xml;

/// <summary>What stands before the colon of a name; empty for a name without one.</summary>
internal sealed class XmlPrefix(string text)
{
    public string Text { get; } = text;

    /// <summary>By how many of the elements that are open.</summary>
    public int Declared { get; set; } = text is "" or "xml" or "xmlns" ? 1 : 0;
}
