using System.Buffers.Binary;
using ExcelDataReader;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Limits;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Legacy;

/// <summary>Reads <c>.xlsb</c> workbooks ([MS-XLSB]).</summary>
internal static class XlsbWorkbook
{
    private const int WorkbookPropertiesRecord = 153;
    private const string InWords = "an .xlsb workbook";

    public static Workbook Read(Stream content, OoxmlPackage package, string workbookPart, ReadingMeter meter)
    {
        Unpack(package);
        var uses1904Dates = Uses1904Dates(package, workbookPart);
        content.Position = 0;
        var cells = new LegacyCells(meter, uses1904Dates);
        var sheets = cells.Read(configuration => ExcelReaderFactory.CreateOpenXmlReader(content, configuration), InWords);
        return new Workbook(WorkbookFormat.Xlsb, sheets)
        {
            Uses1904Dates = uses1904Dates,
            Texts = [.. cells.Texts, .. PackageTexts.Read(package, meter)],
        };
    }

    /// <summary>The library unpacks without limits, so everything that it may unpack is unpacked and counted before.</summary>
    private static void Unpack(OoxmlPackage package)
    {
        var buffer = new byte[65_536];
        foreach (var part in package.Names.Where(name => !name.StartsWith("xl/media/", StringComparison.OrdinalIgnoreCase)))
        {
            using var stream = package.OpenStream(part, isXml: false);
            while (stream.Read(buffer) > 0)
            {
            }
        }
    }

    /// <summary>The lowest bit of the record BrtWbProp ([MS-XLSB] 2.4.822).</summary>
    private static bool Uses1904Dates(OoxmlPackage package, string workbookPart)
    {
        using var stream = package.OpenStream(workbookPart, isXml: false);
        Span<byte> flags = stackalloc byte[4];
        while (ReadNumber(stream, 2) is { } type && ReadNumber(stream, 4) is { } length)
        {
            if (type == WorkbookPropertiesRecord && length >= flags.Length)
            {
                stream.ReadExactly(flags);
                return (BinaryPrimitives.ReadUInt32LittleEndian(flags) & 1) != 0;
            }

            for (; length > 0; length--)
            {
                if (stream.ReadByte() < 0)
                {
                    return false;
                }
            }
        }

        return false;
    }

    /// <summary>Seven bits a byte, lowest first; the eighth says that more follow.</summary>
    private static int? ReadNumber(Stream stream, int mostBytes)
    {
        var number = 0;
        for (var i = 0; i < mostBytes; i++)
        {
            var next = stream.ReadByte();
            if (next < 0)
            {
                return null;
            }

            number |= (next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                break;
            }
        }

        return number;
    }
}
