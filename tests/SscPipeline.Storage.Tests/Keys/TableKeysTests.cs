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
    public void Keys_of_the_other_rows_look_as_agreed()
    {
        var time = new DateTimeOffset(2012, 3, 5, 16, 30, 0, TimeSpan.FromHours(8));

        Assert.Equal("a~message!2F1~0634665330000000000", TableKeys.OperatorAction("message/1", time));
        Assert.Equal("20120305T083000000Z-ed7002b439~L~3", TableKeys.Lane(Submission(5), 3));
        Assert.Equal("2520713645999999999", TableKeys.Inverted(time));
        Assert.Equal("0000000000000000000", TableKeys.Inverted(DateTimeOffset.MaxValue));
        Assert.Equal("p~2012-03!2Fpublic", TableKeys.Publication("2012-03/public"));
        Assert.Equal("d~2520713645999999999~mail~dm!40x.org", TableKeys.Delivery(time, "mail", "dm@x.org"));
        Assert.Equal("_sites", TableKeys.SiteIndex);
    }

    [Fact]
    public void A_range_holds_the_keys_of_its_kind_and_no_others()
    {
        const string Id = "20120305T083000000Z-ed7002b439";

        Assert.Equal(new KeyRange($"{Id}~a~", $"{Id}~w"), TableKeys.OutcomesOf(Submission(5)));
        Assert.Equal(new KeyRange("s~20120305T083000", "s~20120305T083000~"), TableKeys.SubmissionsOf(Day(5).ToOffset(TimeSpan.FromHours(8))));
        Assert.Equal(new KeyRange("s~", "t"), TableKeys.Submissions);
        Assert.Equal(new KeyRange("d~", "e"), TableKeys.Documents);
        Assert.Equal(new KeyRange("a~", "b"), TableKeys.OperatorActions);
        Assert.Equal(new KeyRange("0", "{"), TableKeys.Sites);
        Assert.Equal(new KeyRange("d~", "e"), TableKeys.Deliveries);
        Assert.Equal(new KeyRange("d~2520713645999999999~", "d~2520713645999999999~~"), TableKeys.DeliveriesOf(Day(5)));
        Assert.Equal(new KeyRange("0", ":"), TableKeys.InvertedTimes);
    }

    [Fact]
    public void Letters_of_other_scripts_stay_and_what_Latin_1_holds_is_written_by_its_code()
    {
        Assert.Equal("d~!FFĀ!u2028", TableKeys.Document("\u00ff\u0100\u2028"));
    }

    [Theory]
    [InlineData(400, 0)]
    [InlineData(397, 1)]
    public void A_text_of_four_hundred_characters_when_escaped_is_kept_whole(int plain, int escaped)
    {
        var key = TableKeys.Document(new string('a', plain) + new string('/', escaped));

        Assert.Equal(402, key.Length);
        Assert.DoesNotContain("!h", key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 334)]
    [InlineData("/", 334)]
    [InlineData("//", 334)]
    public void A_longer_one_keeps_as_much_as_leaves_room_for_its_hash(string beginning, int kept)
    {
        var key = TableKeys.Document(beginning + new string('a', 401));

        Assert.Equal(2 + kept + 2 + 64, key.Length);
        Assert.Equal("!h", key[(2 + kept)..(2 + kept + 2)]);
        Assert.All(key[^64..], digit => Assert.True(char.IsAsciiHexDigitLower(digit)));
    }

    [Fact]
    public void No_escape_is_cut_in_two_where_a_long_text_ends()
    {
        var key = TableKeys.Document(new string('a', 333) + "/" + new string('a', 401));

        Assert.Equal("d~" + new string('a', 333) + "!h", key[..^64]);
    }

    [Theory]
    [InlineData("S!")]
    [InlineData("S!u")]
    [InlineData("S!4")]
    [InlineData("S!u4E0")]
    [InlineData("S!GG")]
    [InlineData("S!+1")]
    [InlineData("S!h00")]
    public void What_no_text_was_made_into_is_not_read_back(string part)
    {
        Assert.Null(TableKeys.TryParseOutcome($"20120305T083000000Z-ed7002b439~s~{part}")!.Subject);
        Assert.Equal(("S", ""), Parts(TableKeys.TryParseOutcome($"20120305T083000000Z-ed7002b439~v~S~{part}")!));
    }

    [Fact]
    public void Every_kind_of_row_is_known_by_its_key()
    {
        Assert.Equal(new OutcomeKey(Submission(5), RecordKind.Subject, "S皮/", ""), TableKeys.TryParseOutcome("20120305T083000000Z-ed7002b439~s~S!u76AE!2F"));
        Assert.Equal(new OutcomeKey(Submission(5), RecordKind.AdverseEvent, "S", "3"), TableKeys.TryParseOutcome("20120305T083000000Z-ed7002b439~a~S~3"));
        Assert.Equal(new OutcomeKey(Submission(5), RecordKind.Visit, "S", "d1"), TableKeys.TryParseOutcome("20120305T083000000Z-ed7002b439~v~S~d1"));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            TableKeys.Outcome(Submission(5), new OutcomeRow((RecordKind)3, "S", []) { Sheet = "", Row = 1 }));
    }

    [Fact]
    public void A_key_of_another_kind_is_not_mistaken()
    {
        Assert.Null(TableKeys.TryParseOutcome("x~s~S-01"));
        Assert.Null(TableKeys.TryParseOutcome(TableKeys.Lane(Submission(5), 3)));
        Assert.Null(TableKeys.TryParseOutcome("20120305T083000000Z-ed7002b439~v~S-01"));
        Assert.Null(TableKeys.TryParseOutcome("s~20120305T083000000Z-ed7002b439"));
        Assert.Null(TableKeys.TryParseSubmission("d~20120305T083000000Z-ed7002b439"));
        Assert.Null(TableKeys.TryParseSubmission("s~x"));
        Assert.Null(TableKeys.TryParseOutcome("x~v~S-01~20120305"));
        Assert.Equal(Submission(5), TableKeys.TryParseSubmission(TableKeys.Submission(Submission(5))));
    }

    [Fact]
    public void The_newest_time_sorts_first() =>
        Assert.True(string.CompareOrdinal(TableKeys.Inverted(Day(6)), TableKeys.Inverted(Day(5))) < 0);

    private static (string? Subject, string Discriminator) Parts(OutcomeKey key) => (key.Subject, key.Discriminator);

    private static string Text(Random random, int longest) =>
        string.Create(random.Next(longest), random, (text, chance) =>
        {
            for (var at = 0; at < text.Length; at++)
            {
                text[at] = chance.Next(8) == 0 ? (char)chance.Next(0x10000) : Alphabet[chance.Next(Alphabet.Length)];
            }
        });
}
