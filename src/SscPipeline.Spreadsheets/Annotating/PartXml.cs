using System.Text;
using System.Xml;
using System.Xml.Linq;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>Opens parts for editing. Worksheets are streamed; parts that are small in every honest workbook become trees.</summary>
internal static class PartXml
{
    /// <summary>Characters of a part that is held as a tree; larger ones end the annotation.</summary>
    private const int LargestTree = 16 * 1024 * 1024;

    private static readonly XmlWriterSettings s_writing = new()
    {
        Encoding = new UTF8Encoding(false),
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    public static XmlReader Read(OoxmlPackage package, string part, long largest = 0) =>
        XmlReader.Create(package.OpenStream(part, isXml: true), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new BoundedNameTable(),
            CheckCharacters = false,
            MaxCharactersInDocument = largest,
            CloseInput = true,
        });

    public static XmlWriter Write(Stream part) => XmlWriter.Create(part, s_writing);

    /// <exception cref="XmlException">The part is malformed or larger than a tree may be.</exception>
    public static XDocument Load(OoxmlPackage package, string part)
    {
        using var reader = Read(package, part, LargestTree);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public static void Save(XDocument document, Stream part)
    {
        using var writer = Write(part);
        document.Save(writer);
    }

    /// <summary>A part that is kept as text, since it need not be well-formed XML.</summary>
    /// <exception cref="XmlException">It is larger than a tree may be.</exception>
    public static string LoadText(OoxmlPackage package, string part)
    {
        using var reader = new StreamReader(package.OpenStream(part, isXml: false), Encoding.UTF8);
        var text = new StringBuilder();
        var chunk = new char[16_384];
        for (int read; (read = reader.Read(chunk)) > 0;)
        {
            text.Append(chunk, 0, read);
            if (text.Length > LargestTree)
            {
                throw new XmlException("The part is too large to be edited.");
            }
        }

        return text.ToString();
    }
}
