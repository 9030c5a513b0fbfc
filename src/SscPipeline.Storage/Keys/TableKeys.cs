using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Keys;

/// <summary>Every row key of the tables, made and read here and nowhere else.</summary>
public static class TableKeys
{
    /// <summary>The partition of <c>Submissions</c> that names the sites; no site can be called so.</summary>
    internal const string SiteIndex = "_sites";

    public static string Submission(SubmissionId submission) => $"s~{submission.Value}";

    public static string Document(string document) => $"d~{KeyText.Escape(document)}";

    /// <param name="sha256">Hex.</param>
    public static string Bytes(string sha256) => $"h~{KeyText.Escape(sha256)}";

    public static string Outcome(SubmissionId submission, OutcomeRow row) =>
        row.Key is var (kind, subject, discriminator) && kind == RecordKind.Subject
            ? $"{submission.Value}~{Letter(kind)}~{KeyText.Escape(subject)}"
            : $"{submission.Value}~{Letter(kind)}~{KeyText.Escape(subject)}~{KeyText.Escape(discriminator)}";

    /// <summary>By time, so that what was done to one target comes in order.</summary>
    public static string OperatorAction(string target, DateTimeOffset at) =>
        $"a~{KeyText.Escape(target)}~{at.UtcTicks.ToString("D19", System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>Beside the outcomes of a submission, and outside <see cref="OutcomesOf"/>.</summary>
    internal static string Lane(SubmissionId submission, int lane) =>
        $"{submission.Value}~L~{lane.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>Newest first: the time of day zero of the calendar sorts last.</summary>
    public static string Inverted(DateTimeOffset time) =>
        (DateTime.MaxValue.Ticks - time.UtcTicks).ToString("D19", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A period or place of <c>Summaries</c> that one publisher at a time may claim.</summary>
    public static string Publication(string name) => $"p~{KeyText.Escape(name)}";

    /// <summary>Those of the newest report first.</summary>
    public static string Delivery(DateTimeOffset generatedAt, string channel, string recipient) =>
        $"d~{Inverted(generatedAt)}~{KeyText.Escape(channel)}~{KeyText.Escape(recipient)}";

    /// <summary>Null when the key is not one of <see cref="Submission"/>.</summary>
    public static SubmissionId? TryParseSubmission(string rowKey) =>
        rowKey.StartsWith("s~", StringComparison.Ordinal) ? SubmissionId.TryParse(rowKey[2..]) : null;

    /// <summary>Null when the key is not one of <see cref="Outcome"/>. A subject that was too long for a key is null in it.</summary>
    public static OutcomeKey? TryParseOutcome(string rowKey) =>
        rowKey.Split('~') switch
        {
            [var id, "s", var subject] when SubmissionId.TryParse(id) is { } submission =>
                new(submission, RecordKind.Subject, KeyText.TryUnescape(subject), ""),
            [var id, "v" or "a", var subject, var discriminator] parts when SubmissionId.TryParse(id) is { } submission =>
                new(
                    submission,
                    parts[1] == "v" ? RecordKind.Visit : RecordKind.AdverseEvent,
                    KeyText.TryUnescape(subject),
                    KeyText.TryUnescape(discriminator) ?? ""),
            _ => null,
        };

    /// <summary>Null when the key is not one of <see cref="Outcome"/> for this submission. Quicker than to read the whole key of every row.</summary>
    internal static RecordKind? TryParseKind(string rowKey, SubmissionId submission) =>
        !rowKey.StartsWith(submission.Value, StringComparison.Ordinal) ? null : rowKey.AsSpan(submission.Value.Length) switch
        {
            ['~', 's', '~', .. var subject] when !subject.Contains('~') => RecordKind.Subject,
            ['~', 'v', '~', .. var rest] when rest.Count('~') == 1 => RecordKind.Visit,
            ['~', 'a', '~', .. var rest] when rest.Count('~') == 1 => RecordKind.AdverseEvent,
            _ => null,
        };

    /// <summary>All rows of a submission, and none of its replays, whose ids begin with its own.</summary>
    internal static KeyRange OutcomesOf(SubmissionId submission) => new($"{submission.Value}~a~", $"{submission.Value}~w");

    internal static KeyRange OutcomesOfKind(SubmissionId submission, RecordKind kind) =>
        new($"{submission.Value}~{Letter(kind)}~", $"{submission.Value}~{(char)(Letter(kind) + 1)}");

    /// <summary>The part of an outcome's key that is its subject, as it stands there.</summary>
    internal static string SubjectPart(string rowKey) => rowKey.Split('~')[2];

    /// <summary>Submissions uploaded within one second.</summary>
    internal static KeyRange SubmissionsOf(DateTimeOffset second)
    {
        var start = $"s~{second.UtcDateTime.ToString("yyyyMMdd'T'HHmmss", System.Globalization.CultureInfo.InvariantCulture)}";
        return new(start, $"{start}~");
    }

    internal static KeyRange Submissions { get; } = new("s~", "t");

    internal static KeyRange Documents { get; } = new("d~", "e");

    internal static KeyRange OperatorActions { get; } = new("a~", "b");

    /// <summary>Within <see cref="SiteIndex"/>.</summary>
    internal static KeyRange Sites { get; } = new("0", "{");

    /// <summary>Within <c>Summaries</c>.</summary>
    internal static KeyRange Deliveries { get; } = new("d~", "e");

    internal static KeyRange DeliveriesOf(DateTimeOffset generatedAt) => new($"d~{Inverted(generatedAt)}~", $"d~{Inverted(generatedAt)}~~");

    internal static KeyRange InvertedTimes { get; } = new("0", ":");

    private static char Letter(RecordKind kind) => kind switch
    {
        RecordKind.Subject => 's',
        RecordKind.Visit => 'v',
        RecordKind.AdverseEvent => 'a',
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No row key is known for this kind of record."),
    };
}
