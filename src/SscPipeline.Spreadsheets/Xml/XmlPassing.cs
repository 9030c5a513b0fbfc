using System.Xml;

namespace SscPipeline.Spreadsheets.Xml;

/// <summary>What stands in XML and says nothing: each is passed by.</summary>
internal static class XmlPassing
{
    /// <summary>A byte order mark and the declaration of XML.</summary>
    public static void PassStart(this XmlWindow window)
    {
        window.More();
        if (window.Rest is [0xEF, 0xBB, 0xBF, ..])
        {
            window.Pass(3);
        }

        if (window.StartsWith("<?xml"u8) && XmlTag.IsSpace(window.Need(6)[5]))
        {
            window.PassUntil("?>"u8);
        }
    }

    /// <param name="window">Stands before an instruction.</param>
    /// <exception cref="XmlException">It is a declaration of XML, or has no end.</exception>
    public static void PassInstruction(this XmlWindow window)
    {
        window.Pass(2);
        if (window.Need(4)[..3] is [(byte)'x' or (byte)'X', (byte)'m' or (byte)'M', (byte)'l' or (byte)'L'] && (XmlTag.IsSpace(window.Need(4)[3]) || window.Need(4)[3] == '?'))
        {
            throw new XmlException("The declaration of XML does not come first.");
        }

        window.PassUntil("?>"u8);
    }

    /// <param name="window">Stands before a comment.</param>
    /// <exception cref="XmlException">It has two hyphens within, or no end.</exception>
    public static void PassComment(this XmlWindow window)
    {
        window.Pass(4);
        window.PassUntil("--"u8);
        if (window.Need(1)[0] != '>')
        {
            throw new XmlException("A comment holds two hyphens.");
        }

        window.Pass(1);
    }
}
