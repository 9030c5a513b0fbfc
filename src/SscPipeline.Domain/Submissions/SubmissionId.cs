using System.Globalization;

namespace SscPipeline.Domain.Submissions;

/// <summary>One upload of a document: <c>{last-modified UTC}-{first 10 hex digits of the SHA-256}</c>, with <c>-r2</c>, <c>-r3</c> ... for a replay.</summary>
/// <remarks>The same upload delivered twice has the same id, and ids compare by time of upload. Blob storage keeps time to the
/// second, so two uploads can share it: <see cref="UploadedAt"/> then ties, and what lies in the inbox decides.</remarks>
public readonly record struct SubmissionId : IComparable<SubmissionId>
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmssfff'Z'";
    private const int TimeLength = 19;
    private const int HashLength = 10;

    /// <summary>Without the number of a replay.</summary>
    private const int UploadLength = TimeLength + 1 + HashLength;

    private readonly string? value;

    private SubmissionId(string value) => this.value = value;

    /// <summary>Empty only for the default value.</summary>
    public string Value => value ?? "";

    public DateTimeOffset UploadedAt =>
        DateTimeOffset.ParseExact(Value[..TimeLength], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>1 for the upload itself, 2 and up for its replays.</summary>
    public int Revision => RevisionOf(Value) ?? 1;

    /// <param name="lastModified">When the blob was written.</param>
    /// <param name="sha256">Lower-case hex, at least 10 digits.</param>
    public static SubmissionId Of(DateTimeOffset lastModified, string sha256) =>
        new($"{lastModified.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{sha256[..HashLength]}");

    /// <summary>The id of the next replay after this one.</summary>
    public SubmissionId Replayed() =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Bare}-r{Revision + 1}"));

    /// <summary>The upload itself, also of a replay.</summary>
    public SubmissionId Upload => new(Bare);

    /// <summary>True for an upload and its replays, and for replays of one upload.</summary>
    public bool IsOfSameUploadAs(SubmissionId other) => string.Equals(Bare, other.Bare, StringComparison.Ordinal);

    public static SubmissionId? TryParse(string text)
    {
        var isUpload = text.Length == UploadLength;
        return text.Length >= UploadLength
            && DateTimeOffset.TryParseExact(text[..TimeLength], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            && text[TimeLength] == '-'
            && text.Skip(TimeLength + 1).Take(HashLength).All(char.IsAsciiHexDigitLower)
            && (isUpload || RevisionOf(text) >= 2)
            ? new SubmissionId(text)
            : null;
    }

    /// <exception cref="ArgumentException">The text is not a submission id.</exception>
    public static SubmissionId Parse(string text) =>
        TryParse(text) ?? throw new ArgumentException($"'{text}' is not a submission id.", nameof(text));

    public int CompareTo(SubmissionId other)
    {
        var byUpload = string.CompareOrdinal(Bare, other.Bare);
        return byUpload != 0 ? byUpload : Revision.CompareTo(other.Revision);
    }

    public static bool operator <(SubmissionId left, SubmissionId right) => left.CompareTo(right) < 0;

    public static bool operator >(SubmissionId left, SubmissionId right) => left.CompareTo(right) > 0;

    public static bool operator <=(SubmissionId left, SubmissionId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SubmissionId left, SubmissionId right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value;

    private string Bare => Value[..Math.Min(Value.Length, UploadLength)];

    private static int? RevisionOf(string text) =>
        text.AsSpan(Math.Min(text.Length, UploadLength)) is ['-', 'r', not '0', ..] suffix
        && int.TryParse(suffix[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : null;
}
