using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Outcomes;
using SscPipeline.Storage.Tests.Azurite;
using static SscPipeline.Storage.Tests.Contracts.Sample;

namespace SscPipeline.Storage.Tests.Contracts;

public abstract class OutcomeContract(Stores stores)
{
    private readonly IOutcomeStore outcomes = stores.Outcomes;
    private readonly SiteCode site = Site();

    [Fact]
    public async Task An_attempt_that_was_overtaken_writes_nothing_more_however_late_it_comes()
    {
        OutcomeRow[] late = [.. Enumerable.Range(0, 250).Select(n => Row(RecordKind.Subject, $"late {n}"))];
        OutcomeRow[] valid = [Row(RecordKind.Subject, "01"), Row(RecordKind.Subject, "late 7")];

        Assert.True(await outcomes.SaveAsync(site, Submission(5), late[..120], attempt: 1, isRepeat: false, Never));
        Assert.True(await outcomes.SaveAsync(site, Submission(5), valid, attempt: 3, isRepeat: false, Never));
        Assert.False(await outcomes.SaveAsync(site, Submission(5), late, attempt: 1, isRepeat: false, Never));
        Assert.False(await outcomes.SaveAsync(site, Submission(5), late, attempt: 1, isRepeat: true, Never));
        Assert.False(await outcomes.SaveAsync(site, Submission(5), late, attempt: 2, isRepeat: false, Never));

        Assert.Equal(["01", "late 7"], (await outcomes.ReadAsync(site, Submission(5), Never)).Select(row => row.Subject));
    }

    [Fact]
    public async Task A_first_attempt_that_wakes_up_after_another_began_writes_nothing()
    {
        Assert.True(await outcomes.SaveAsync(site, Submission(5), [Row(RecordKind.Subject, "01")], attempt: 2, isRepeat: false, Never));

        Assert.False(await outcomes.SaveAsync(site, Submission(5), [Row(RecordKind.Subject, "02")], attempt: 1, isRepeat: false, Never));

        Assert.Equal("01", Assert.Single(await outcomes.ReadAsync(site, Submission(5), Never)).Subject);
    }

    [Fact]
    public async Task Attempts_that_write_at_the_same_moment_leave_the_rows_of_one_of_them()
    {
        OutcomeRow[][] attempts = [.. Enumerable.Range(1, 4).Select(attempt =>
            Enumerable.Range(0, 220).Select(n => Row(RecordKind.Subject, $"{attempt} {n}")).ToArray())];

        var isOurs = await Task.WhenAll(attempts.Select((rows, index) => outcomes.SaveAsync(site, Submission(5), rows, index + 1, isRepeat: false, Never)));

        Assert.True(isOurs[^1]);
        Assert.Equal(
            attempts[^1].Select(row => row.Subject).Order(StringComparer.Ordinal),
            (await outcomes.ReadAsync(site, Submission(5), Never)).Select(row => row.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_row_comes_back_exactly_as_it_was_saved()
    {
        var row = new OutcomeRow(RecordKind.Visit, "S-01/ä~#?%", [
            new("mrss_total", OutcomeValue.Of(23m), "T14"),
            new("fvc_l", OutcomeValue.Of(2.4150m), "Lung!B3") { Sent = "2415 mL" },
            new("crp", OutcomeValue.Of(0.5m), "C9") { Comparator = "<", Sent = "" },
            new("fvc_pct_pred_recomputed", OutcomeValue.Of(81.234567890123456789m), null),
            new("tiny", OutcomeValue.Of(0.0000000000000000000000000001m), "D9"),
            new("huge", OutcomeValue.Of(decimal.MinValue), "E9"),
            new("tpn", OutcomeValue.Of("Y"), "F9"),
            new("note", OutcomeValue.Of(" tab\tline\nback\\slash \\t \"quote\" 'x' \r\n\0 皮肤 \ud83e\uddea "), ""),
            new("empty", OutcomeValue.Of(""), "G9"),
            new("half", OutcomeValue.Of("a\\b \ud800 c"), "H9"),
            new("visit_on", OutcomeValue.Of(new DateOnly(2012, 3, 5)), "I9"),
            new("long_ago", OutcomeValue.Of(new DateOnly(1066, 10, 14)), "J9"),
        ])
        {
            Sheet = "Visits \udc00 1",
            Row = 14,
            Visit = VisitTime.AtMonth(6.5m),
            Missing = [new("dlco", MissingReason.NotDone), new("albumin_g_l", MissingReason.Blank), new("height_cm", MissingReason.Withheld)],
        };

        await outcomes.SaveAsync(site, Submission(5), [row], attempt: 1, isRepeat: false, Never);

        AssertSame(row, Assert.Single(await outcomes.ReadAsync(site, Submission(5), Never)));
    }

    [Fact]
    public async Task Subjects_visits_and_adverse_events_keep_their_kind()
    {
        OutcomeRow[] rows =
        [
            Row(RecordKind.AdverseEvent, "01") with { Ordinal = 2 },
            Row(RecordKind.Subject, "01"),
            Row(RecordKind.Visit, "01") with { Visit = VisitTime.On(new DateOnly(2012, 3, 5)) },
            Row(RecordKind.Visit, "01") with { Visit = VisitTime.AtDay(-3) },
        ];

        await outcomes.SaveAsync(site, Submission(5), rows, attempt: 1, isRepeat: false, Never);

        AssertSame(rows, await outcomes.ReadAsync(site, Submission(5), Never));
    }

    [Fact]
    public async Task A_submission_has_only_its_own_rows_and_not_those_of_its_replay()
    {
        var (first, replay) = (Submission(5), Submission(5).Replayed());
        await outcomes.SaveAsync(site, first, [Row(RecordKind.Subject, "01")], attempt: 1, isRepeat: false, Never);
        await outcomes.SaveAsync(site, replay, [Row(RecordKind.Subject, "02")], attempt: 1, isRepeat: false, Never);
        await outcomes.SaveAsync(Site(), first, [Row(RecordKind.Subject, "03")], attempt: 1, isRepeat: false, Never);

        Assert.Equal("01", Assert.Single(await outcomes.ReadAsync(site, first, Never)).Subject);
        Assert.Equal("02", Assert.Single(await outcomes.ReadAsync(site, replay, Never)).Subject);
        Assert.Empty(await outcomes.ReadAsync(site, Submission(6), Never));
    }

    [Fact]
    public async Task Rows_of_several_submissions_come_subject_by_subject_whatever_the_names_begin_with()
    {
        string[] names = ["S-1", "S-10", "S-100", "S-1.", "S-1中", "S-2", "é~", "0"];
        OutcomeRow[] first = [.. names.Select(name => Row(RecordKind.Subject, name)), .. names.Skip(1).SelectMany(name => Visits(name, 2)), Row(RecordKind.AdverseEvent, "S-10") with { Ordinal = 1 }];
        OutcomeRow[] second = [.. names.Reverse().SelectMany(name => Visits(name, 3)), Row(RecordKind.Visit, "only here") with { Visit = VisitTime.AtDay(1) }];
        await outcomes.SaveAsync(site, Submission(5), first, attempt: 1, isRepeat: false, Never);
        await outcomes.SaveAsync(site, Submission(6), second, attempt: 1, isRepeat: false, Never);

        var subjects = await outcomes.SubjectsAsync(site, [Submission(5), Submission(6)], null, Never).ToListAsync();

        Assert.Equal(names.Append("only here").Order(StringComparer.Ordinal), subjects.Select(rows => Assert.Single(rows.Select(row => row.Row.Subject).Distinct())).Order(StringComparer.Ordinal));
        foreach (var id in new[] { Submission(5), Submission(6) })
        {
            var whole = (await outcomes.ReadAsync(site, id, Never)).ToLookup(row => row.Subject);
            Assert.All(subjects, rows => AssertSame([.. whole[rows[0].Row.Subject]], [.. rows.Where(row => row.Submission == id).Select(row => row.Row)]));
        }

        Assert.Empty(await outcomes.SubjectsAsync(site, [Submission(7)], null, Never).ToListAsync());

        var unread = await outcomes.SubjectsAsync(site, [Submission(5), Submission(6)], new SavedRows(Submission(6), second), Never).ToListAsync();
        Assert.Equal(subjects.SelectMany(rows => rows.Select(row => (row.Submission, row.Row.Key))), unread.SelectMany(rows => rows.Select(row => (row.Submission, row.Row.Key))));

        static IEnumerable<OutcomeRow> Visits(string name, int count) =>
            Enumerable.Range(1, count).Select(day => Row(RecordKind.Visit, name) with { Visit = VisitTime.AtDay(day) });
    }

    [Fact]
    public async Task A_repeated_attempt_leaves_just_its_own_rows()
    {
        OutcomeRow[] first = [.. Enumerable.Range(0, 130).Select(n => Row(RecordKind.Subject, $"{n:000}"))];
        OutcomeRow[] second = [.. Enumerable.Range(125, 110).Select(n => Row(RecordKind.Subject, $"{n:000}"))];
        await outcomes.SaveAsync(site, Submission(5), first, attempt: 1, isRepeat: false, Never);

        await outcomes.SaveAsync(site, Submission(5), second, attempt: 1, isRepeat: true, Never);

        AssertSame(second, await outcomes.ReadAsync(site, Submission(5), Never));
    }

    [Fact]
    public async Task Saving_twice_is_saving_once()
    {
        OutcomeRow[] rows = [.. Enumerable.Range(0, 250).Select(n => Row(RecordKind.Subject, $"{n:000}"))];

        await outcomes.SaveAsync(site, Submission(5), rows, attempt: 1, isRepeat: false, Never);
        await outcomes.SaveAsync(site, Submission(5), rows, attempt: 1, isRepeat: true, Never);

        AssertSame(rows, await outcomes.ReadAsync(site, Submission(5), Never));
    }

    [Fact]
    public async Task More_rows_than_a_page_or_a_transaction_come_back_complete()
    {
        OutcomeRow[] rows = [.. Enumerable.Range(0, 1_234).Select(n => Row(RecordKind.Visit, $"{n:0000}") with { Visit = VisitTime.AtDay(n) })];

        await outcomes.SaveAsync(site, Submission(5), rows, attempt: 1, isRepeat: false, Never);

        AssertSame(rows, await outcomes.ReadAsync(site, Submission(5), Never));
    }

    [Fact]
    public async Task Long_texts_are_never_cut_and_large_rows_share_transactions_by_size()
    {
        OutcomeRow[] rows = [.. Enumerable.Range(0, 30).Select(n => Row(RecordKind.Subject, $"{n:000}") with
        {
            Outcomes =
            [
                new("long", OutcomeValue.Of(new string('长', 32_767)), "A1") { Sent = new string('x', 40_000) },
                new("longer", OutcomeValue.Of(string.Concat(Enumerable.Repeat("\ud83e\uddea", 20_001))), "B1"),
            ],
        })];

        await outcomes.SaveAsync(site, Submission(5), rows, attempt: 1, isRepeat: false, Never);

        AssertSame(rows, await outcomes.ReadAsync(site, Submission(5), Never));
    }

    [Fact]
    public async Task Subjects_too_long_for_a_key_stay_apart()
    {
        var name = new string('s', 1_000);
        OutcomeRow[] rows = [Row(RecordKind.Subject, $"{name}1"), Row(RecordKind.Subject, $"{name}2")];

        await outcomes.SaveAsync(site, Submission(5), rows, attempt: 1, isRepeat: false, Never);

        var read = await outcomes.ReadAsync(site, Submission(5), Never);
        Assert.Equal([$"{name}1", $"{name}2"], read.Select(row => row.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_stored_is_refused_as_a_whole()
    {
        var good = Row(RecordKind.Subject, "01");
        OutcomeRow[] bad =
        [
            good,
            Row(RecordKind.Subject, "02") with { Outcomes = [new("a", OutcomeValue.Of(1m), null), new("a", OutcomeValue.Of(2m), null)] },
            Row(RecordKind.Subject, "02") with { Outcomes = [new("a", default, null)] },
            Row(RecordKind.Subject, "02") with { Outcomes = [new("Row", OutcomeValue.Of(1m), null)] },
            Row(RecordKind.Subject, "02") with { Outcomes = [new("a__1", OutcomeValue.Of(1m), null)] },
            Row(RecordKind.Subject, "02") with { Outcomes = [.. Enumerable.Range(0, 253).Select(n => new Outcome($"a{n}", OutcomeValue.Of(1m), null))] },
            Row(RecordKind.Subject, "02") with { Outcomes = [new("a", OutcomeValue.Of(new string('x', 600_000)), null)] },
        ];

        foreach (var row in bad)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => outcomes.SaveAsync(site, Submission(5), [good, row], attempt: 1, isRepeat: false, Never));
        }

        Assert.Empty(await outcomes.ReadAsync(site, Submission(5), Never));
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task Any_number_survives_as_a_double_or_with_its_exact_text(int seed)
    {
        var random = new Random(seed);
        var row = Row(RecordKind.Visit, "01") with
        {
            Visit = VisitTime.AtMonth(Number(random)),
            Outcomes = [.. Enumerable.Range(0, 40).Select(n => new Outcome($"v{n}", OutcomeValue.Of(Number(random)), $"A{n}"))],
        };

        await outcomes.SaveAsync(site, Submission(5), [row], attempt: 1, isRepeat: false, Never);

        AssertSame(row, Assert.Single(await outcomes.ReadAsync(site, Submission(5), Never)));
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 20)];

    private static decimal Number(Random random) => new(
        random.Next(), random.Next(3) == 0 ? random.Next() : 0, random.Next(5) == 0 ? random.Next() : 0, random.Next(2) == 0, (byte)random.Next(29));

    private static OutcomeRow Row(RecordKind kind, string subject) =>
        new(kind, subject, [new("weight_kg", OutcomeValue.Of(61.5m), "B2")]) { Sheet = "Sheet1", Row = 2 };

    private static void AssertSame(OutcomeRow[] expected, ImmutableArray<OutcomeRow> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        var byKey = actual.ToDictionary(row => row.Key);
        Assert.All(expected, row => AssertSame(row, byKey[row.Key]));
    }

    private static void AssertSame(OutcomeRow expected, OutcomeRow actual)
    {
        Assert.Equal(expected.Outcomes.ToArray(), actual.Outcomes.ToArray());
        Assert.Equal(expected.Missing.ToArray(), actual.Missing.ToArray());
        Assert.Equal(expected with { Outcomes = [], Missing = [] }, actual with { Outcomes = [], Missing = [] });
    }

    [Collection(AzuriteCollection.Name)]
    public sealed class OnAzure(StorageFixture azurite) : OutcomeContract(azurite.Stores);

    public sealed class InMemory() : OutcomeContract(Stores.InMemory(TimeProvider.System));
}
