using System.Text;
using SscPipeline.Domain.Submissions;
using SscPipeline.Spreadsheets;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Workflows.Tests.Hostile;

/// <summary>Texts that would keep a careless search busy for hours, and what happens when a file does take too long.</summary>
public sealed class LongWorkTests
{
    private static readonly SiteCode s_site = SiteCode.Parse("site-a");

    public static TheoryData<string> Texts => new(
        new string('省', 30_000), new string('a', 16_000) + "@" + new string('b', 16_000), string.Concat(Enumerable.Repeat("m6 ", 10_000)), new string('T', 30_000),
        new string('(', 30_000), string.Concat(Enumerable.Repeat("+1 ", 10_000)), string.Concat(Enumerable.Repeat("12-", 10_000)), new string('路', 30_000), new string('5', 30_000),
        string.Concat(Enumerable.Repeat("24月", 10_000)), "5-\n*", "\uFEFF", "\u0000", "\u202E");

    [Theory, MemberData(nameof(Texts))]
    public void A_long_text_holds_nothing_up_wherever_it_stands(string text)
    {
        using var study = new MemoryStudy();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var quoted = $"\"{text}\"";
        var table = $"subject_id,visit_date,mrss,fvc_l,comment,{quoted}\nP-01,{quoted},{quoted},{quoted},{quoted},1\n{quoted},2012-03-05,{quoted},2.5,x,{quoted}\n";

        var receipt = study.Get<CheckWorkbooks>().Run(s_site, [new LocalFile("visits.csv", Encoding.UTF8.GetBytes(table))], patience.Token).Single();

        Assert.NotEmpty(receipt.Issues);
        Assert.All(receipt.Issues, issue => Assert.InRange(issue.Message.Length, 1, 3_000));
    }

    [Fact]
    public void Work_that_takes_too_long_is_refused_and_the_file_is_told()
    {
        var time = new SscPipeline.Testing.ManualTime(DateTimeOffset.UnixEpoch);
        var budget = new FileBudget(new SpreadsheetLimits(), 0, time);

        var first = budget.Spend(_ => Later(time, 59), fault => fault.Detail, CancellationToken.None);
        var second = budget.Spend(_ => Later(time, 2), fault => fault.Detail, CancellationToken.None);
        var third = budget.Spend(_ => "done", fault => fault.Detail, CancellationToken.None);

        Assert.Equal(("done", "done", "a file that takes more than 60 s to check"), (first, second, third));
    }

    [Fact]
    public void Work_that_needs_too_much_memory_is_refused_and_the_next_file_is_checked()
    {
        var budget = new FileBudget(new SpreadsheetLimits { HeapBytes = 5 << 20 }, 0, TimeProvider.System);

        var refused = budget.Spend(_ => Wasteful(), fault => fault.Detail, CancellationToken.None);
        var next = budget.Spend(_ => "done", fault => fault.Detail, CancellationToken.None);

        Assert.Contains("more than 5 MB of memory", refused, StringComparison.Ordinal);
        Assert.Equal("done", next);
    }

    /// <summary>What the runtime throws when an array cannot be had.</summary>
    private static string Wasteful() => new('a', Array.MaxLength);

    private static string Later(SscPipeline.Testing.ManualTime time, int seconds)
    {
        time.Advance(TimeSpan.FromSeconds(seconds));
        return "done";
    }
}
