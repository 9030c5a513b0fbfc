using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>A query, page by page.</summary>
/// <remarks>A page may be empty and not be the last. The continuation has one or two parts, both opaque; they make one token with a
/// space between them, and the second may be absent.</remarks>
internal sealed class EntityPages<T>(
    TableConnection connection, string table, string? filter, int? maxPerPage, string? select, CancellationToken cancellationToken) : AsyncPageable<T>(cancellationToken)
    where T : class, ITableEntity
{
    private const string NextPartitionKey = "x-ms-continuation-NextPartitionKey";
    private const string NextRowKey = "x-ms-continuation-NextRowKey";

    public static T Cast(TableEntity entity) =>
        entity as T ?? throw new NotSupportedException($"This stand-in for Azure.Data.Tables knows TableEntity only, not {typeof(T)}.");

    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var reader = new EntityReader();
        do
        {
            using var message = connection.CreateMessage(RequestMethod.Get, Path(continuationToken, pageSizeHint ?? maxPerPage));
            var response = await connection.SendAsync(message, CancellationToken);
            continuationToken = Continuation(response);
            yield return Page<T>.FromValues([.. reader.ReadPage(response.Content.ToMemory()).Select(Cast)], continuationToken, response);
        }
        while (continuationToken is not null);
    }

    private static string? Continuation(Response response) =>
        !response.Headers.TryGetValue(NextPartitionKey, out var partitionKey) ? null
        : response.Headers.TryGetValue(NextRowKey, out var rowKey) ? $"{partitionKey} {rowKey}"
        : partitionKey;

    private string Path(string? continuationToken, int? top)
    {
        var path = new StringBuilder(table).Append("()?");
        Append(path, "$top", top?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Append(path, "$filter", filter);
        Append(path, "$select", select);
        if (continuationToken?.Split(' ', 2) is [var partitionKey, .. var rest])
        {
            Append(path, "NextPartitionKey", partitionKey);
            Append(path, "NextRowKey", rest is [var rowKey] ? rowKey : null);
        }

        return path.ToString(0, path.Length - 1);
    }

    private static void Append(StringBuilder path, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            path.Append(name).Append('=').Append(Uri.EscapeDataString(value)).Append('&');
        }
    }
}
