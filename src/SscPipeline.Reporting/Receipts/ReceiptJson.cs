using System.Text.Json;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Reporting.Receipts;

/// <summary><c>receipt.json</c>, described by <c>receipt.schema.json</c>.</summary>
public static class ReceiptJson
{
    public static byte[] Write(Receipt receipt) => [.. JsonSerializer.SerializeToUtf8Bytes(receipt, ContractJson.Options), (byte)'\n'];

    /// <summary>An array, in the order given.</summary>
    public static byte[] Write(IEnumerable<Receipt> receipts) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(receipts, ContractJson.Options), (byte)'\n'];

    /// <exception cref="JsonException">Not a receipt.</exception>
    public static Receipt Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Receipt>(json, ContractJson.Options) ?? throw new JsonException("The receipt is null.");
}
