using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using SscPipeline.Domain.Submissions;
using SscPipeline.Testing;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Workflows.Tests.Hostile;

/// <summary>Programs that sites use open the annotated copies of hostile files, and calculate nothing. A program that is not installed is a skipped test.</summary>
public sealed class OtherProgramsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ssc-hostile").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [FactWhere("/usr/bin/python3", "-c", "import openpyxl")]
    public void Openpyxl_opens_the_copies_and_finds_no_formula_and_no_link_out_of_it()
    {
        const string Script = """
            import openpyxl, sys
            for path in sys.argv[1:]:
                book = openpyxl.load_workbook(path)
                cells = [c for s in book for r in s.iter_rows() for c in r]
                print(sum(c.data_type == 'f' for c in cells), sum(bool(c.hyperlink and c.hyperlink.target) for c in cells), sum('CANARY' in str(c.value) for c in cells) > 0)
            """;
        var copies = Copies();

        var lines = Run("/usr/bin/python3", ["-c", Script, .. copies]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, copies.Count);
        Assert.Equal(copies.Select(_ => "0 0 True"), lines);
    }

    [FactWhere("soffice", "--version")]
    public void LibreOffice_opens_the_copies_and_saves_texts_as_texts_and_no_formula()
    {
        var copies = Copies();

        Run("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", $"{folder}/saved", .. copies]);

        Assert.Equal(2, copies.Count);
        Assert.All(copies, copy =>
        {
            using var saved = ZipFile.OpenRead(Path.Combine(folder, "saved", Path.GetFileName(copy)));
            var parts = saved.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(Text).ToList();
            Assert.All(parts, part => Assert.DoesNotMatch("<f[ >]|TargetMode", part));
            Assert.Contains(parts, part => part.Contains("=cmd|' /C CANARY'!A0", StringComparison.Ordinal) || part.Contains("=cmd|&apos; /C CANARY&apos;!A0", StringComparison.Ordinal));
        });
    }

    /// <summary>A table with the texts in its cells, and one with them in its headings. What is rejected, as a web address and a file of control
    /// characters are, has no copy.</summary>
    private List<string> Copies()
    {
        using var study = new MemoryStudy();
        var texts = HostileTexts.Texts.Where((text, order) => Copy(study, $"{order}.csv", $"subject_id,study_day,mrss,comment\nP-01,1,77,{Quoted(text)}\n") is not null).ToList();
        var columns = string.Join(',', texts.Select(Quoted));
        List<string?> copies =
        [
            Copy(study, "table.csv", "subject_id,study_day,mrss,fvc_l,comment\n"
                + string.Concat(texts.Select((text, order) => $"P-{order},1,77,{Quoted(text)},{Quoted(text)}\n{Quoted(text)},{Quoted(text)},20,2.5,x\n"))),
            Copy(study, "headings.csv", $"subject_id,study_day,mrss,{columns}\nP-01,1,77,{columns}\n"),
        ];
        return [.. copies.OfType<string>()];
    }

    private string? Copy(MemoryStudy study, string name, string csv) => Copy(study, name, Encoding.UTF8.GetBytes(csv));

    private string? Copy(MemoryStudy study, string name, byte[] content)
    {
        var path = Path.Combine(folder, $"{name.Replace('.', '-')}.xlsx");
        var wishes = new CheckWishes { Annotated = (_, annotated) => File.WriteAllBytes(path, annotated.Content.ToArray()) };
        study.Get<CheckWorkbooks>().Run(SiteCode.Parse("site-a"), [new LocalFile(name, content)], wishes, CancellationToken.None);
        return File.Exists(path) ? path : null;
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return output;
    }
}
