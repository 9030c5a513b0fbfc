using System.Text;
using System.Xml;

namespace SscPipeline.Spreadsheets.Xml;

/// <summary>Our scanner against the general reader of the framework, on well-formed and on broken XML.</summary>
public sealed class ScannerTests
{
    private static readonly string[] s_pieces =
    [
        "<a>", "</a>", "<a/>", "<b x='1'>", "</b>", "<c r=\"A1\" t=\"s\">", "</c>", "text", " ", "\r\n", "\r", "&amp;", "&#65;", "&#x4E2D;", "&bad;", "&", "<!-- note -->", "<!-- -- -->",
        "<![CDATA[a < b & c]]>", "<![CDATA[]]>", "]]>", "]", "<?target data?>", "<?xml version='1.0'?>", "é中😀", "<p:a xmlns:p='u'>", "</p:a>", "<p:a/>", "<a p:x='1'/>", "<a x='1' x='2'/>",
        "<a x='1'y='2'/>", "<a x = '&lt;&#10;\t'/>", "<a x='<'/>", "<a x/>", "<a", ">", "<", "<1/>", "<a:b:c/>", "</ a>", "</a >", "<!DOCTYPE a>", "\u0010", "_x000D_",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory, MemberData(nameof(Seeds))]
    public void It_finds_what_the_general_reader_finds_and_refuses_what_it_refuses(int seed)
    {
        var random = new Random(seed);
        for (var file = 0; file < 20; file++)
        {
            var body = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            var xml = random.Next(5) == 0 ? body : $"<root>{body}</root>";

            Assert.Equal((xml, General(xml)), (xml, Ours(xml, random.Next(1, 9))));
        }
    }

    [Fact]
    public void A_long_text_comes_whole_and_cuts_no_reference_and_no_character()
    {
        var text = string.Concat(Enumerable.Repeat("é&amp;中]\r\n", 20_000));

        Assert.Equal(General($"<a>{text}</a>"), Ours($"<a>{text}</a>", 4_099));
        Assert.Equal(General($"<a><![CDATA[{text}]]></a>"), Ours($"<a><![CDATA[{text}]]></a>", 4_099));
    }

    [Theory]
    [InlineData("utf-16"), InlineData("utf-16BE"), InlineData("utf-32"), InlineData("utf-8"), InlineData("iso-8859-1")]
    public void A_part_may_have_another_encoding(string encoding)
    {
        var name = Encoding.GetEncoding(encoding);
        var bytes = (byte[])[.. name.GetPreamble(), .. name.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?><a>é</a>")];

        using var content = XmlEncoding.Of(bytes) is { } other ? Encoding.CreateTranscodingStream(new MemoryStream(bytes), other, Encoding.UTF8) : new MemoryStream(bytes);

        Assert.Equal("<a>é</>", Ours(content));
    }

    /// <summary>Elements, attributes and texts in one line; "refused" for what is not well-formed.</summary>
    private static string Ours(string xml, int atOnce) => Ours(new Drops(Encoding.UTF8.GetBytes(xml), atOnce));

    private static string Ours(Stream content)
    {
        var found = new StringBuilder();
        var characters = new char[40_000];
        try
        {
            using var scanner = new XmlScanner(content);
            while (scanner.Read())
            {
                switch (scanner.Kind)
                {
                    case XmlNodeKind.Element:
                        found.Append('<').Append(scanner.Name);
                        for (var i = 0; i < scanner.Attributes; i++)
                        {
                            found.Append(' ').Append(scanner.AttributeName(i)).Append('=').Append(characters, 0, scanner.AttributeValue(i, characters));
                        }

                        found.Append(scanner.IsEmpty ? "/>" : ">");
                        break;
                    case XmlNodeKind.EndOfElement:
                        found.Append("</>");
                        break;
                    default:
                        found.Append(characters, 0, scanner.Text(characters));
                        break;
                }
            }

            return found.ToString();
        }
        catch (XmlException)
        {
            return "refused";
        }
    }

    private static string General(string xml)
    {
        var found = new StringBuilder();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(xml)), new() { CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    found.Append('<').Append(reader.LocalName);
                    var isEmpty = reader.IsEmptyElement;
                    while (reader.MoveToNextAttribute())
                    {
                        found.Append(' ').Append(reader.LocalName).Append('=').Append(reader.Value);
                    }

                    found.Append(isEmpty ? "/>" : ">");
                }
                else if (reader.NodeType == XmlNodeType.EndElement)
                {
                    found.Append("</>");
                }
                else if (reader.Depth > 0)
                {
                    found.Append(reader.Value);
                }
            }

            return found.ToString();
        }
        catch (XmlException)
        {
            return "refused";
        }
    }

    /// <summary>Gives a few bytes at a time, so that everything is cut somewhere.</summary>
    private sealed class Drops(byte[] bytes, int atOnce) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, atOnce));
    }
}
