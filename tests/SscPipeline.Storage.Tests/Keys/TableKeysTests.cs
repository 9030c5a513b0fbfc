using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Keys;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Keys;

public sealed class TableKeysTests
{
    private const string Alphabet = "aZ09-_. ~!%/\\#?'\"&+(){}=\u0000\u0001\u001f\u007f\u0085\u00a0é皮\u0301\u2028\ud800\udc00\ud83e\uddea\ufffe\uffff\ufffd";

    private static readonly char[] Refused = ['/', '\\', '#', '?', '%', '\'', ' ', '+', '&', '"'];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 200)];

    [Theory, MemberData(nameof(Seeds))]
    public void Any_text_survives_the_way_through_a_key(int seed)
    {
        var random = new Random(seed);
        var (subject, other) = (Text(random, 60), Text(random, 60));
        var row = new OutcomeRow(RecordKind.Visit, subject, []) { Visit = VisitTime.AtMonth(random.Next(-9, 99) / 4m), Sheet = "", Row = 1 };

        var key = TableKeys.Outcome(Submission(5), row);

        Assert.Equal(new OutcomeKey(Submission(5), RecordKind.Visit, subject, row.Visit.Value.ToString()), TableKeys.TryParseOutcome(key));
        Assert.Equal(subject == other, TableKeys.Document(subject) == TableKeys.Document(other));
        Assert.DoesNotContain(key, c => char.IsControl(c) || char.IsSurrogate(c) || Refused.Contains(c));
        Assert.Equal(3, key.Count(c => c == '~'));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_key_is_never_too_long_and_different_texts_never_share_one(int seed)
    {
        var random = new Random(seed);
        var text = Text(random, 2_000);
        var row = new OutcomeRow(RecordKind.Visit, text, []) { Visit = VisitTime.AtMonth(decimal.MinValue), Sheet = "", Row = 1 };

        var key = TableKeys.Outcome(SubmissionId.Parse($"{Submission(5)}-r2147483646"), row);

        Assert.InRange(key.Length, 1, 512);
        Assert.InRange(TableKeys.Document(text).Length, 1, 512);
        Assert.NotEqual(TableKeys.Document(text), TableKeys.Document(text + "x"));
        Assert.NotEqual(TableKeys.Document(text + "y"), TableKeys.Document(text + "x"));
    }

    [Fact]
    public void Keys_look_as_agreed()
    {
        var visit = new OutcomeRow(RecordKind.Visit, "S-01", []) { Visit = VisitTime.On(new DateOnly(2012, 3, 5)), Sheet = "", Row = 1 };

        Assert.Equal("s~20120305T083000000Z-ed7002b439", TableKeys.Submission(Submission(5)));
        Assert.Equal("d~visits!2FM!E4rz随访.xlsx", TableKeys.Document("visits/März随访.xlsx"));
        Assert.Equal("h~abc", TableKeys.Bytes("abc"));
        Assert.Equal("20120305T083000000Z-ed7002b439~v~S-01~20120305", TableKeys.Outcome(Submission(5), visit));
        Assert.Equal("20120305T083000000Z-ed7002b439~s~S-01", TableKeys.Outcome(Submission(5), visit with { Kind = RecordKind.Subject }));
        Assert.Equal("20120305T083000000Z-ed7002b439~a~S-01~3", TableKeys.Outcome(Submission(5), visit with { Kind = RecordKind.AdverseEvent, Ordinal = 3 }));
    }

    [Fact]
    public void A_key_of_another_kind_is_not_mistaken()
    {
        Assert.Null(TableKeys.TryParseOutcome("s~20120305T083000000Z-ed7002b439"));
        Assert.Null(TableKeys.TryParseSubmission("d~20120305T083000000Z-ed7002b439"));
        Assert.Null(TableKeys.TryParseSubmission("s~x"));
        Assert.Null(TableKeys.TryParseOutcome("x~v~S-01~20120305"));
        Assert.Equal(Submission(5), TableKeys.TryParseSubmission(TableKeys.Submission(Submission(5))));
    }

    [Fact]
    public void The_newest_time_sorts_first() =>
        Assert.True(string.CompareOrdinal(TableKeys.Inverted(Day(6)), TableKeys.Inverted(Day(5))) < 0);

    private static string Text(Random random, int longest) =>
        string.Create(random.Next(longest), random, (text, chance) =>
        {
            for (var at = 0; at < text.Length; at++)
            {
                text[at] = chance.Next(8) == 0 ? (char)chance.Next(0x10000) : Alphabet[chance.Next(Alphabet.Length)];
            }
        });
}
