namespace SscPipeline.Spreadsheets.Xml;

internal enum XmlNodeKind
{
    None,
    Element,
    EndOfElement,

    /// <summary>Also white space and CDATA; a long text comes in pieces.</summary>
    Text,
}
