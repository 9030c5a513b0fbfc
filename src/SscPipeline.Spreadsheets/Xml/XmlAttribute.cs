namespace SscPipeline.Spreadsheets.Xml;

/// <param name="Start">Where its raw value begins in the window.</param>
internal readonly record struct XmlAttribute(XmlName Name, int Start, int Length);
