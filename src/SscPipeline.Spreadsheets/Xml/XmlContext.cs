namespace SscPipeline.Spreadsheets.Xml;

/// <summary>Where raw characters stand, which says what they mean.</summary>
internal enum XmlContext
{
    /// <summary>Not a single character that means something else.</summary>
    Plain,
    Text,

    /// <summary>White space is spaces.</summary>
    Attribute,

    /// <summary>CDATA: an ampersand is one.</summary>
    Data,
}
