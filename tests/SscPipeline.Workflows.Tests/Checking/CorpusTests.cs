using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Testing;
using SscPipeline.Workflows.Checking;
using Xunit.Abstractions;

namespace SscPipeline.Workflows.Tests.Checking;

/// <summary>Checks a folder of odd workbooks, named by the environment variable SSC_CORPUS; it is skipped where that is not set.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [FactWhereSet("SSC_CORPUS")]
    public void Every_workbook_gets_a_receipt_that_says_what_is_wrong_and_no_check_breaks()
    {
        using var services = new ServiceCollection().AddSscChecking(new ConfigurationBuilder().Build()).BuildServiceProvider();
        var check = services.GetRequiredService<CheckWorkbooks>();

        var receipts = Directory.GetFiles(Environment.GetEnvironmentVariable("SSC_CORPUS")!)
            .Order(StringComparer.Ordinal)
            .Select(file => check.Run(SiteCode.Parse("corpus"), [new LocalFile(Path.GetFileName(file), File.ReadAllBytes(file))], CancellationToken.None).Single())
            .ToList();

        foreach (var (outcome, count) in receipts.CountBy(receipt => $"{receipt.Status}: {receipt.Issues.MaxBy(issue => issue.Severity)?.Check}"))
        {
            output.WriteLine($"{count,4} {outcome}");
        }

        Assert.NotEmpty(receipts);
        Assert.All(receipts, receipt => Assert.True(receipt.Status != SubmissionStatus.Rejected || receipt.Issues.Any(issue => issue.Severity == Severity.Fatal)));
        Assert.All(receipts, receipt => Assert.DoesNotContain(receipt.Checks, result => result.Status == CheckStatus.Broken));
    }
}
