using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables;

/// <summary>An entity as a dictionary. System properties are entries like any other: PartitionKey, RowKey, Timestamp and odata.etag.</summary>
public sealed partial class TableEntity : ITableEntity
{
    internal const string ETagName = "odata.etag";

    /// <summary>Of an entity that is about to be filled, so that it seldom grows.</summary>
    private const int Room = 48;

    private readonly Dictionary<string, object> properties;

    public TableEntity() => properties = [];

    public TableEntity(string partitionKey, string rowKey) => properties = new(Room)
    {
        [nameof(PartitionKey)] = partitionKey,
        [nameof(RowKey)] = rowKey,
    };

    public TableEntity(IDictionary<string, object> values) => properties = new(values);

    /// <param name="count">Of the properties to come, as far as it is known.</param>
    internal TableEntity(int count) => properties = new(count);

    [AllowNull]
    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey))!;
        set => this[nameof(PartitionKey)] = value!;
    }

    [AllowNull]
    public string RowKey
    {
        get => GetString(nameof(RowKey))!;
        set => this[nameof(RowKey)] = value!;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => this[nameof(Timestamp)] = value!;
    }

    public ETag ETag
    {
        get => GetString(ETagName) is { } text ? new ETag(text) : default;
        set => this[ETagName] = value.ToString();
    }

    public string? GetString(string key) => Get<string>(key);

    public byte[]? GetBinary(string key) => Get<byte[]>(key);

    public BinaryData? GetBinaryData(string key) => GetBinary(key) is { } bytes ? BinaryData.FromBytes(bytes) : null;

    public bool? GetBoolean(string key) => (bool?)Get<object>(key, typeof(bool));

    public int? GetInt32(string key) => (int?)Get<object>(key, typeof(int));

    /// <summary>A number without a fraction that fits in 32 bits arrives as an Int32 when its type was not sent along; it is widened.</summary>
    public long? GetInt64(string key) => TryGetValue(key, out var value) && value is int narrow ? narrow : (long?)Get<object>(key, typeof(long));

    /// <summary>The service returns 1.0 as 1: it arrives as an Int32 and is widened.</summary>
    public double? GetDouble(string key) => TryGetValue(key, out var value) && value is int whole ? whole : (double?)Get<object>(key, typeof(double));

    public Guid? GetGuid(string key) => (Guid?)Get<object>(key, typeof(Guid));

    public DateTimeOffset? GetDateTimeOffset(string key) =>
        TryGetValue(key, out var value) && value is DateTime time ? time : (DateTimeOffset?)Get<object>(key, typeof(DateTimeOffset));

    public DateTime? GetDateTime(string key) => GetDateTimeOffset(key)?.UtcDateTime;

    private T? Get<T>(string key, Type? type = null)
        where T : class =>
        !TryGetValue(key, out var value) || value is null ? null
        : value is T typed && (type is null || type.IsInstanceOfType(value)) ? typed
        : throw new InvalidOperationException($"Property '{key}' is of type {value.GetType()}, not {type ?? typeof(T)}.");
}
