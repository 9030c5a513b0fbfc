using System.Globalization;

namespace Azure.Data.Tables.Wire;

/// <summary>Values as they stand in a filter or in the address of an entity.</summary>
internal static class ODataLiteral
{
    public static string Of(object? value) => value switch
    {
        string text => Quoted(text),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => string.Create(CultureInfo.InvariantCulture, $"{number}L"),
        double number => number.ToString("R", CultureInfo.InvariantCulture) is var text && text.AsSpan().ContainsAny(".EN∞") ? text : text + ".0",
        Guid id => $"guid'{id}'",
        DateTimeOffset time => $"datetime'{time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)}'",
        DateTime time => Of((DateTimeOffset)time),
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData bytes => $"X'{Convert.ToHexString(bytes.ToMemory().Span)}'",
        _ => throw new ArgumentException($"A filter cannot compare with a value of type {value?.GetType().ToString() ?? "null"}."),
    };

    /// <summary>In single quotes, those inside doubled.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary><c>(PartitionKey='a',RowKey='b')</c> with the keys escaped for an address.</summary>
    public static string EntityPath(string partitionKey, string rowKey) => $"(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    private static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
