using SscPipeline.Cli.Commands;

namespace SscPipeline.Cli.Tests.Commands;

public sealed class ReplayChoiceTests
{
    private const string Id = "20260302T080100000Z-0a1b2c3d4e";

    private static readonly ReplayChoice Nothing = new(null, null, null, false, false, false, false);

    [Fact]
    public void A_submission_a_document_a_site_and_everything_can_be_asked_for()
    {
        Assert.Equal(Id, (Nothing with { Submission = Id, MakesCurrent = true }).Checked().Submission!.Value.Value);
        Assert.Equal(("visits.csv", "site-a"), (Nothing with { Document = "visits.csv", Site = "site-a" }).Checked() is var one ? (one.Document, one.Site!.Value.Value) : default);
        Assert.Equal("site-a", (Nothing with { Site = "site-a" }).Checked().Site!.Value.Value);
        Assert.Null((Nothing with { All = true }).Checked().Site);
        Assert.Null((Nothing with { RebuildsExtracts = true, All = true }).Checked().Site);
    }

    [Fact]
    public void What_says_nothing_or_two_things_is_refused_with_what_could_be_said()
    {
        ReplayChoice[] unclear =
        [
            Nothing,
            Nothing with { Submission = Id, Document = "visits.csv" },
            Nothing with { All = true, Site = "site-a" },
            Nothing with { Submission = "abc" },
            Nothing with { Site = "Site A" },
            Nothing with { Site = "site-a", MakesCurrent = true },
            Nothing with { RebuildsExtracts = true, IsDryRun = true },
        ];

        var words = unclear.Select(choice => Assert.Throws<CommandException>(choice.Checked).Message).ToList();

        Assert.Contains("--submission ID, --document NAME, --site ID or --all", words[0], StringComparison.Ordinal);
        Assert.Contains("ssc status", words[3], StringComparison.Ordinal);
        Assert.Contains("--make-current needs --submission", words[5], StringComparison.Ordinal);
        Assert.Equal(unclear.Length - 1, words.Distinct().Count());
    }
}
