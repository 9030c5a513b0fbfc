namespace SscPipeline.Spreadsheets.Xml;

/// <summary>The name of elements and attributes; one object for each name of a part.</summary>
/// <param name="Utf8">As written, with its prefix.</param>
/// <param name="Local">Without its prefix.</param>
internal sealed record XmlName(byte[] Utf8, XmlPrefix Prefix, string Local);
