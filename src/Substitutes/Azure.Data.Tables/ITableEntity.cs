namespace Azure.Data.Tables;

public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    /// <summary>Set by the service; ignored when an entity is written.</summary>
    DateTimeOffset? Timestamp { get; set; }

    ETag ETag { get; set; }
}
