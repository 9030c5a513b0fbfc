using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Ledger;

/// <summary>The rows of the table <c>Submissions</c>, to and from what they mean.</summary>
internal static class LedgerRows
{
    private const string CurrentSubmissionId = nameof(CurrentSubmissionId);
    private const string NewestSubmissionId = nameof(NewestSubmissionId);

    public static TableEntity Of(LedgerEntry entry)
    {
        var row = new TableEntity(entry.Site.Value, TableKeys.Submission(entry.SubmissionId))
        {
            [nameof(LedgerEntry.Sha256)] = entry.Sha256,
            [nameof(LedgerEntry.UploadETag)] = entry.UploadETag,
            [nameof(LedgerEntry.Status)] = entry.Status.ToString(),
            [nameof(LedgerEntry.RowsRead)] = entry.RowsRead,
            [nameof(LedgerEntry.RowsAccepted)] = entry.RowsAccepted,
            [nameof(LedgerEntry.RowsWithheld)] = entry.RowsWithheld,
            [nameof(LedgerEntry.Attempt)] = entry.Attempt,
            [nameof(LedgerEntry.ReceivedAt)] = entry.ReceivedAt.ToUniversalTime(),
            [nameof(LedgerEntry.DictionaryVersion)] = entry.DictionaryVersion,
            [nameof(LedgerEntry.IsSuperseded)] = entry.IsSuperseded,
            [nameof(LedgerEntry.Claim)] = entry.Claim,
        };
        TextProperty.Write(row, nameof(LedgerEntry.Document), entry.Document);
        TextProperty.Write(row, nameof(LedgerEntry.Issues), JsonSerializer.Serialize(entry.Issues));
        TextProperty.Write(row, nameof(LedgerEntry.Examined), JsonSerializer.Serialize(entry.Examined));
        TextProperty.Write(row, nameof(LedgerEntry.Replaces), entry.Replaces);
        TextProperty.Write(row, nameof(LedgerEntry.ReplayOf), entry.ReplayOf);
        TextProperty.Write(row, nameof(LedgerEntry.TakesPlaceOf), entry.TakesPlaceOf);
        if (entry.CompletedAt is { } completedAt)
        {
            row[nameof(LedgerEntry.CompletedAt)] = completedAt.ToUniversalTime();
        }

        return EntitySize.Checked(row);
    }

    public static LedgerEntry Entry(TableEntity row) => new()
    {
        Site = SiteCode.ParsePlace(row.PartitionKey),
        SubmissionId = TableKeys.TryParseSubmission(row.RowKey) ?? throw Damaged(row),
        Document = TextProperty.Read(row, nameof(LedgerEntry.Document)) ?? throw Damaged(row),
        Sha256 = row.GetString(nameof(LedgerEntry.Sha256)) ?? throw Damaged(row),
        UploadETag = row.GetString(nameof(LedgerEntry.UploadETag)) ?? "",
        Status = Enum.Parse<SubmissionStatus>(row.GetString(nameof(LedgerEntry.Status)) ?? throw Damaged(row)),
        RowsRead = row.GetInt32(nameof(LedgerEntry.RowsRead)) ?? 0,
        RowsAccepted = row.GetInt32(nameof(LedgerEntry.RowsAccepted)) ?? 0,
        RowsWithheld = row.GetInt32(nameof(LedgerEntry.RowsWithheld)) ?? 0,
        Issues = Counts(row, nameof(LedgerEntry.Issues)),
        Examined = Counts(row, nameof(LedgerEntry.Examined)),
        Attempt = row.GetInt32(nameof(LedgerEntry.Attempt)) ?? 0,
        ReceivedAt = row.GetDateTimeOffset(nameof(LedgerEntry.ReceivedAt)) ?? throw Damaged(row),
        CompletedAt = row.GetDateTimeOffset(nameof(LedgerEntry.CompletedAt)),
        DictionaryVersion = row.GetString(nameof(LedgerEntry.DictionaryVersion)) ?? "",
        Replaces = TextProperty.Read(row, nameof(LedgerEntry.Replaces)),
        IsSuperseded = row.GetBoolean(nameof(LedgerEntry.IsSuperseded)) ?? false,
        ReplayOf = TextProperty.Read(row, nameof(LedgerEntry.ReplayOf)),
        TakesPlaceOf = TextProperty.Read(row, nameof(LedgerEntry.TakesPlaceOf)),
        Claim = row.GetString(nameof(LedgerEntry.Claim)) ?? "",
        ETag = row.ETag.ToString(),
    };

    private static ImmutableSortedDictionary<string, int> Counts(TableEntity row, string property) =>
        JsonSerializer.Deserialize<Dictionary<string, int>>(TextProperty.Read(row, property) ?? "{}")!.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static TableTransactionAction Move(SiteCode site, PointerMove move)
    {
        var row = new TableEntity(site.Value, TableKeys.Document(move.Document))
        {
            [CurrentSubmissionId] = move.SubmissionId.Value,
            [NewestSubmissionId] = move.Newest.Value,
        };
        TextProperty.Write(row, nameof(DocumentPointer.Document), move.Document);
        return move.ExpectedETag is { } expected
            ? new(TableTransactionActionType.UpdateReplace, row, new ETag(expected))
            : new(TableTransactionActionType.Add, row);
    }

    public static DocumentPointer Pointer(TableEntity row) => new(
        TextProperty.Read(row, nameof(DocumentPointer.Document)) ?? throw Damaged(row),
        Id(row, CurrentSubmissionId) ?? throw Damaged(row),
        row.ETag.ToString())
    {
        Newest = Id(row, row.ContainsKey(NewestSubmissionId) ? NewestSubmissionId : CurrentSubmissionId) ?? throw Damaged(row),
    };

    public static TableTransactionAction Remember(LedgerEntry entry)
    {
        var row = new TableEntity(entry.Site.Value, TableKeys.Bytes(entry.Sha256))
        {
            [nameof(AcceptedBytes.SubmissionId)] = entry.SubmissionId.Value,
            [nameof(AcceptedBytes.ReceivedAt)] = entry.ReceivedAt.ToUniversalTime(),
        };
        TextProperty.Write(row, nameof(AcceptedBytes.Document), entry.Document);
        return new(TableTransactionActionType.Add, row);
    }

    public static AcceptedBytes Bytes(TableEntity row) => new(
        Id(row, nameof(AcceptedBytes.SubmissionId)) ?? throw Damaged(row),
        TextProperty.Read(row, nameof(AcceptedBytes.Document)) ?? throw Damaged(row),
        row.GetDateTimeOffset(nameof(AcceptedBytes.ReceivedAt)) ?? throw Damaged(row));

    private static SubmissionId? Id(TableEntity row, string property) => row.GetString(property) is { } text ? SubmissionId.TryParse(text) : null;

    /// <summary>Someone wrote to the table by hand. The key is ours and tells no subject.</summary>
    public static InvalidDataException Damaged(TableEntity row) =>
        new($"Row '{row.RowKey}' of table Submissions, partition '{row.PartitionKey}', lacks a property that every such row has.");
}
