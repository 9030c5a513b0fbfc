using System.Text.RegularExpressions;

namespace SscPipeline.House.Tests;

public sealed partial class HabitsTests
{
    public static TheoryData<string> Sources => [.. Repository.Sources("src").Select(Repository.Relative)];

    [Theory, MemberData(nameof(Sources))]
    public void A_cancellation_token_comes_last_and_has_no_default(string file)
    {
        var text = Read(file);

        Assert.DoesNotMatch(TokenWithDefault(), Published(file) ? "" : text);
        Assert.DoesNotMatch(TokenBeforeOthers(), text);
    }

    [Theory, MemberData(nameof(Sources))]
    public void Nothing_is_logged_but_through_numbered_messages(string file) => Assert.DoesNotMatch(PlainLog(), Read(file));

    [Theory, MemberData(nameof(Sources))]
    public void No_file_names_a_folder_of_one_machine(string file) => Assert.DoesNotMatch(MachinePath(), Read(file));

    [Theory, MemberData(nameof(Sources))]
    public void No_catch_hides_a_fault(string file) => Assert.DoesNotMatch(EmptyCatch(), Read(file));

    [Fact]
    public void Numbers_of_log_messages_are_used_once()
    {
        var numbers = Repository.Sources("src").SelectMany(file => EventId().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

        Assert.Empty(numbers.GroupBy(number => number, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    /// <summary>The substitutes repeat the published signatures, which do have defaults.</summary>
    private static bool Published(string file) => file.StartsWith("src/Substitutes/", StringComparison.Ordinal);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex(@"CancellationToken \w+ = default")]
    private static partial Regex TokenWithDefault();

    [GeneratedRegex(@"(public|internal|private|protected)[^;{=]*\([^)]*CancellationToken \w+\s*,(?!\s*CancellationToken)")]
    private static partial Regex TokenBeforeOthers();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(")]
    private static partial Regex PlainLog();

    [GeneratedRegex("\"/(work|tmp|root|home)/")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"catch\s*(\(\s*(System\.)?Exception[^)]*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"\[LoggerMessage\((?:EventId = )?(\d+)")]
    private static partial Regex EventId();
}
