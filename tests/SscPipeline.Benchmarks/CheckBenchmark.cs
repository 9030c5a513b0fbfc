using System.Text;
using ExcelDataReader;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Benchmarks;

/// <summary>Reading and checking a large workbook, against a library that reads every cell of it and does nothing.</summary>
internal static class CheckBenchmark
{
    private const int Rows = 20_000;
    private const int Columns = 34;

    public static Measurement Run(string folder)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = Path.Combine(folder, "check.xlsx");
        new StudyFile(Rows, Columns).Write(path);
        var content = File.ReadAllBytes(path);
        var unhurried = new ConfigurationBuilder().AddInMemoryCollection([new("Ssc:Limits:Seconds", "3600")]).Build();
        using var services = new ServiceCollection().AddSscChecking(unhurried).BuildServiceProvider();
        var checking = services.GetRequiredService<CheckWorkbooks>();
        var (ours, theirs) = Rounds.Measure(() => Rounds.Seconds(() => Check(checking, content)), () => Rounds.Seconds(() => ReadAll(content)));
        return new Measurement("check", $"check a {Rows:N0}-row x {Columns}-column .xlsx", "ExcelDataReader reading every cell", "s", ours, theirs, Must: 1.5, Aim: 0.5);
    }

    private static void Check(CheckWorkbooks checking, byte[] content)
    {
        var receipt = checking.Run(SiteCode.Parse("site-a"), [new LocalFile("check.xlsx", content)], CancellationToken.None)[0];
        if (receipt.Rows.Read < Rows * 9 / 10 || receipt.Rows.Withheld > 0)
        {
            throw new InvalidOperationException($"The generated workbook is not a good one: {receipt.Status}, {receipt.Issues.FirstOrDefault()?.Message}");
        }
    }

    private static void ReadAll(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var filled = 0;
        do
        {
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    filled += reader.GetValue(i) is null ? 0 : 1;
                }
            }
        }
        while (reader.NextResult());
        if (filled < Rows * Columns * 8 / 10)
        {
            throw new InvalidOperationException($"The library read {filled} cells only.");
        }
    }
}
