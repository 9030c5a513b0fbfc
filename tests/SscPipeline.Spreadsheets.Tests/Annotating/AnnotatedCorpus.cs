using SscPipeline.Domain.Workbooks;
using Xunit.Abstractions;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>Annotates a folder of odd workbooks, named by the environment variable SSC_CORPUS, into the one named by SSC_CORPUS_OUT, where
/// other programs may look at the copies; skipped without them.</summary>
public sealed class AnnotatedCorpus(ITestOutputHelper output)
{
    [FactWhereSet("SSC_CORPUS")]
    public void Every_readable_workbook_of_the_corpus_reads_the_same_after_three_marks()
    {
        var reader = new WorkbookReader(new SpreadsheetLimits());
        var random = new Random(1);
        var refused = new List<string>();
        var differing = new List<string>();
        var count = 0;
        foreach (var file in Directory.GetFiles(Environment.GetEnvironmentVariable("SSC_CORPUS")!).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var bytes = File.ReadAllBytes(file);
            if (reader.Read(new MemoryStream(bytes), name, CancellationToken.None).Workbook is not { } sent)
            {
                continue;
            }

            count++;
            var notes = Enumerable.Range(0, 3).Select(_ => Copies.Error(
                sent.Sheets[random.Next(sent.Sheets.Length)].Name, new CellAddress(random.Next(1, 40), random.Next(1, 12)).ToString())).ToArray();
            using var copy = new MemoryStream();
            if (Copies.Extension(bytes, name, notes, copy) is not { } extension)
            {
                refused.Add(name);
                continue;
            }

            if (Environment.GetEnvironmentVariable("SSC_CORPUS_OUT") is { Length: > 0 } folder)
            {
                File.WriteAllBytes(Path.Combine(folder, name + extension), copy.ToArray());
            }

            var back = reader.Read(new MemoryStream(copy.ToArray()), "copy" + extension, CancellationToken.None);
            if (back.Workbook is not { } read || !sent.Values().Order(StringComparer.Ordinal).SequenceEqual(read.Values().Order(StringComparer.Ordinal), StringComparer.Ordinal))
            {
                differing.Add($"{name}: {back.Fault?.Detail ?? Difference(sent, back.Workbook!)}");
            }
        }

        output.WriteLine($"{count} annotated, {refused.Count} refused: {string.Join(", ", refused)}");
        differing.ForEach(output.WriteLine);
        Assert.Empty(differing);
    }

    private static string Difference(Workbook sent, Workbook read) =>
        sent.Values().Except(read.Values()).FirstOrDefault("nothing") + " / " + read.Values().Except(sent.Values()).FirstOrDefault("nothing");
}
