using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Receipts;
using SscPipeline.Reporting.Tests;
using SscPipeline.Storage.Keys;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Workflows.Tests.Hostile;

/// <summary>Whatever a site types, in whatever place it can type, comes out as the text that it is.</summary>
public sealed partial class InjectionTests : IDisposable
{
    private static readonly SiteCode s_site = SiteCode.Parse("site-a");
    private readonly MemoryStudy study = new();

    public static TheoryData<string> Texts => HostileTexts.All;

    public void Dispose() => study.Dispose();

    [Theory, MemberData(nameof(Texts))]
    public void In_cells_headings_names_and_a_mapping_it_stays_a_text(string text)
    {
        var (file, copy) = Check($"{text}.csv", Encoding.UTF8.GetBytes(Table(text)), $"canonical,header\nmrss_total,{Quoted(text)}\n");

        Assert.NotEmpty(file.Receipt.Issues);
        Judge(file, copy);
    }

    [Theory, MemberData(nameof(Texts))]
    public void In_sheet_names_comments_defined_names_and_properties_it_stays_a_text(string text)
    {
        var (file, copy) = Check($"{text}.xlsx", Package(text), mapping: "");

        Judge(file, copy);
    }

    [Theory, MemberData(nameof(Texts))]
    public async Task On_its_way_through_storage_it_names_nothing_and_calculates_nothing(string text)
    {
        var name = string.Concat(text.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter) && letter != '\uFFFE').Take(200));
        var receipt = await study.SendAsync($"site-a/{name}.csv", Table(text));
        var files = await study.Get<Workflows.Sites.StudyFiles>().CurrentDataAsync(CancellationToken.None);
        var stored = new List<string>();
        await foreach (var (path, _) in study.Get<Workflows.Sites.StudyFiles>().PublishedAsync(CancellationToken.None))
        {
            stored.Add(path);
        }

        Assert.Equal(SubmissionId.Parse(receipt.SubmissionId).Value, receipt.SubmissionId);
        Assert.All(stored, path => Assert.DoesNotContain(HostileTexts.Canary, path, StringComparison.Ordinal));
        Assert.All(files, file => Assert.DoesNotMatch(@"(?:^|[\r\n,]""?)[=+@\t]", Encoding.UTF8.GetString(file.Content.Span).TrimStart('\uFEFF')));
        Assert.Matches(@"^d~[A-Za-z0-9!~._-]+$", TableKeys.Document(text));
        Assert.InRange(TableKeys.Document(text).Length, 3, 1_024);
    }

    private (CheckedFile File, byte[]? Copy) Check(string name, byte[] content, string mapping)
    {
        byte[]? copy = null;
        var wishes = new CheckWishes { Mapping = mapping, Annotated = (_, annotated) => copy = annotated.Content.ToArray() };
        var file = study.Get<CheckWorkbooks>().Run(s_site, [new LocalFile(name, content)], wishes, CancellationToken.None).Single();
        return (file, copy);
    }

    private static void Judge(CheckedFile file, byte[]? copy)
    {
        var receipt = file.Receipt;
        var html = Encoding.UTF8.GetString(ReceiptHtml.Write(receipt, file.Guide));
        Assert.DoesNotContain(Tag().Matches(html), tag => tag.Value.Contains(HostileTexts.Canary, StringComparison.Ordinal));
        Assert.DoesNotContain("<!--", html, StringComparison.Ordinal);
        Assert.Empty(SchemaCheck.Faults("receipt.schema.json", ReceiptJson.Write(receipt)));
        if (copy is not null)
        {
            JudgeCopy(copy);
        }
    }

    /// <summary>No formula that was not there, no link out of the workbook, every part well-formed.</summary>
    private static void JudgeCopy(byte[] copy)
    {
        using var zip = new ZipArchive(new MemoryStream(copy));
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal) || entry.FullName.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var part = XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var document = XDocument.Load(part);
            Assert.DoesNotContain(document.Descendants(), element => element.Name.LocalName == "f");
            Assert.DoesNotContain(document.Descendants().Attributes(), attribute => attribute.Name.LocalName == "TargetMode");
            Assert.DoesNotContain(document.Descendants(), element => element.Name.LocalName.Contains(HostileTexts.Canary, StringComparison.Ordinal));
        }
    }

    private static string Table(string text) =>
        $"subject_id,study_day,mrss,fvc_l,{Quoted(text)}\nP-01,1,77,{Quoted(text)},{Quoted(text)}\n{Quoted(text)},1,20,2.5,1\nP-02,{Quoted(text)},20,2.5,1\nP-03,1,20,2.5,1\n";

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    internal static byte[] Package(string text)
    {
        const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var safe = SecurityElement.Escape(string.Concat(text.Where(letter => XmlConvert.IsXmlChar(letter))));
        var cells = string.Concat(new[] { "subject_id", "study_day", "mrss", safe }.Select(one => $"""<c t="inlineStr"><is><t>{one}</t></is></c>"""));
        (string Name, string Content)[] parts =
        [
            ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"""),
            ("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Links}"><sheets><sheet name="{safe}" sheetId="1" r:id="r1"/></sheets><definedNames><definedName name="{safe}">{safe}</definedName></definedNames></workbook>"""),
            ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Links}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
            ("xl/worksheets/_rels/sheet1.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Links}/comments" Target="../comments1.xml"/></Relationships>"""),
            ("xl/comments1.xml", $"""<comments xmlns="{Main}"><authors><author>{safe}</author></authors><commentList><comment ref="C2" authorId="0"><text><t>{safe}</t></text></comment></commentList></comments>"""),
            ("docProps/core.xml", $"""<core><title>{safe}</title><creator>{safe}</creator></core>"""),
            ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData><row r="1">{cells}</row><row r="2"><c t="inlineStr"><is><t>P-01</t></is></c><c><v>1</v></c><c><v>77</v></c><c t="inlineStr"><is><t>{safe}</t></is></c></row></sheetData></worksheet>"""),
        ];
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return bytes.ToArray();
    }

    [GeneratedRegex("<[A-Za-z/!?][^>]*>")]
    private static partial Regex Tag();
}
