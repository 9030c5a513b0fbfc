using System.Collections.Immutable;
using System.Security.Cryptography;
using SscPipeline.Domain.Sites;
using SscPipeline.Reporting.Data;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Summaries;

public sealed class OrderTests
{
    private static readonly ImmutableArray<SiteData> Sites =
        SiteFixture.Sites(TestTable.Read("larger_subjects.csv"), TestTable.Read("larger_visits.csv"), TestTable.Read("guo2012/adverse_events.csv")[..0]);

    private static readonly ImmutableArray<SiteData> Small = [.. Sites.Take(2), .. Guo2012.Sites];

    private static readonly List<string> Expected = Bytes(Small);

    public static IEnumerable<object[]> Seeds() => Enumerable.Range(1, 200).Select(seed => new object[] { seed });

    [Theory, MemberData(nameof(Seeds))]
    public void The_order_of_sites_subjects_and_visits_changes_no_byte(int seed)
    {
        var random = new Random(seed);
        var shuffled = Shuffled(Small, random).Select(site => site with
        {
            Subjects = [.. Shuffled(site.Subjects, random).Select(subject => subject with { Visits = Shuffled(subject.Visits, random) })],
        });

        Assert.Equal(Expected, Bytes([.. shuffled]));
    }

    private static List<string> Bytes(ImmutableArray<SiteData> sites)
    {
        var summary = SummaryBuilder.Build(Guo2012.Input with { Sites = sites });
        return [.. ReportWriter.Write(summary).Concat(CurrentData.Write(sites, _ => "")).Select(file => $"{file.Path} {Convert.ToHexString(SHA256.HashData(file.Content.Span))}")];
    }

    private static ImmutableArray<T> Shuffled<T>(ImmutableArray<T> all, Random random)
    {
        var copy = all.ToArray();
        random.Shuffle(copy);
        return [.. copy];
    }
}
