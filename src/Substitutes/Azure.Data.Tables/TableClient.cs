using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>One table and its entities.</summary>
/// <remarks>Entities are <see cref="TableEntity"/>; the published package also maps classes of one's own.</remarks>
public partial class TableClient
{
    private readonly TableConnection connection;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(TableConnection.Of(connectionString, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(TableConnection.Of(endpoint, credential, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(TableConnection.Of(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableConnection connection, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        (this.connection, Name) = (connection, tableName);
    }

    public virtual string Name { get; }

    public virtual string AccountName => connection.AccountName;

    public virtual Uri Uri => new($"{connection.Endpoint}/{Name}");

    /// <summary>Each value in the braces is quoted and escaped as its type asks: <c>$"PartitionKey eq {site}"</c>.</summary>
    public static string CreateQueryFilter(FormattableString filter) =>
        string.Format(
            System.Globalization.CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(ODataLiteral.Of)]);

    private static TableEntity Dictionary(ITableEntity entity) =>
        entity as TableEntity ?? throw new NotSupportedException($"This stand-in for Azure.Data.Tables knows TableEntity only, not {entity.GetType()}.");
}
