using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SscPipeline.Benchmarks;

/// <summary>A good <c>.xlsx</c> of any size, as Excel would save it: a sheet of visits and one of their subjects, nine visits each.</summary>
internal sealed class StudyFile(int rows, int columns)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly int[] Days = [1, 30, 91, 183, 274, 365, 548, 731, 913];

    private static readonly string[] Areas =
    [
        "face", "chest", "abdomen", "finger_r", "finger_l", "hand_r", "hand_l", "forearm_r", "forearm_l", "uparm_r", "uparm_l", "thigh_r", "thigh_l", "leg_r", "leg_l",
        "foot_r", "foot_l",
    ];

    private static readonly string[] Headings =
    [
        "subject_id", "study_day", .. Areas.Select(area => $"mrss_area_{area}"), "mrss_total", "fvc_l", "fev1_l", "dlco", "albumin_g_l", "weight_kg",
        "tlc_l", "hb_g_l", "haq_di", "patient_global", "physician_global", "tpn", "mrss_assessor_code", "imatinib_dose_mg_per_day", "visit_label",
    ];

    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);

    /// <summary>Another one gives other values.</summary>
    public int Seed { get; init; } = 20120305;

    /// <summary>So that files of one site can be of different subjects.</summary>
    public int FirstSubject { get; init; } = 1;

    /// <param name="path">Replaced when it exists.</param>
    public void Write(string path)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        const string Part = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        WritePart(zip, "[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Part}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Part}worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="{Part}worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Part}sharedStrings+xml"/></Types>
            """);
        WritePart(zip, "_rels/.rels", $"""<Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        WritePart(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Visits" sheetId="1" r:id="rId1"/><sheet name="Subjects" sheetId="2" r:id="rId2"/></sheets></workbook>""");
        WritePart(zip, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>
            """);

        // Two rows are headings.
        var subjects = (rows - 2) / (Days.Length + 1);
        WriteSheet(zip, "xl/worksheets/sheet1.xml", Visits(subjects));
        WriteSheet(zip, "xl/worksheets/sheet2.xml", Subjects(subjects));
        WritePart(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{string.Concat(texts.Keys.Select(text => $"<si><t>{text}</t></si>"))}</sst>""");
    }

    private static string Subject(int number) => string.Create(CultureInfo.InvariantCulture, $"S-{number:000000}");

    private IEnumerable<object[]> Subjects(int count) =>
        Enumerable.Range(FirstSubject, count)
            .Select(number => (object[])[Subject(number), number % 3 == 0 ? "M" : "F", 30 + (number % 45), 150 + (number % 35), 1])
            .Prepend(["subject_id", "sex", "age_years", "height_cm", "imatinib_start_study_day"]);

    private IEnumerable<object[]> Visits(int subjects)
    {
        yield return [.. Headings.Take(columns)];
        var random = new Random(Seed);
        for (var subject = FirstSubject; subject < FirstSubject + subjects; subject++)
        {
            var skin = Areas.Select(_ => random.Next(3)).ToArray();
            var (lung, albumin, weight) = (2 + (random.NextDouble() * 2), 36 + (random.NextDouble() * 8), 50 + (random.NextDouble() * 30));
            skin[0] = Math.Max(1, skin[0]);
            foreach (var day in Days)
            {
                var fvc = Math.Round(lung + (random.NextDouble() * 0.2), 2);
                object[] row =
                [
                    Subject(subject), day, .. skin.Cast<object>(), skin.Sum(), fvc, Math.Round(fvc * 0.8, 2), Math.Round(lung * 5 + random.NextDouble(), 2),
                    Math.Round(albumin + random.NextDouble(), 1), Math.Round(weight + random.NextDouble(), 1),
                    Math.Round(fvc * 1.3, 2), 120 + random.Next(20), 1.5, random.Next(11), random.Next(11), "N", "A1", 200, $"Day {day}",
                ];
                yield return [.. row.Take(columns)];
            }
        }
    }

    private static void WritePart(ZipArchive zip, string name, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        part.Write(xml);
    }

    private void WriteSheet(ZipArchive zip, string name, IEnumerable<object[]> lines)
    {
        using var xml = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false), 65_536);
        xml.Write($"""<worksheet xmlns="{Main}"><sheetData>""");
        foreach (var (index, line) in lines.Index())
        {
            xml.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{index + 1}\">"));
            foreach (var (column, value) in line.Index())
            {
                var address = new Domain.Workbooks.CellAddress(index + 1, column + 1);
                xml.Write(value is string text
                    ? string.Create(CultureInfo.InvariantCulture, $"<c r=\"{address}\" t=\"s\"><v>{Number(text)}</v></c>")
                    : string.Create(CultureInfo.InvariantCulture, $"<c r=\"{address}\"><v>{value}</v></c>"));
            }

            xml.Write("</row>");
        }

        xml.Write("</sheetData></worksheet>");
    }

    private int Number(string text)
    {
        texts.TryAdd(text, texts.Count);
        return texts[text];
    }
}
