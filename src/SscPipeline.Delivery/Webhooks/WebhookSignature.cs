using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SscPipeline.Delivery.Webhooks;

/// <summary>Proves who sent a body and when: HMAC-SHA256 with the shared secret over <c>{timestamp}.{body}</c>.</summary>
/// <remarks>A receiver recomputes it, compares in constant time, and refuses a timestamp that is more than five minutes off.</remarks>
public static class WebhookSignature
{
    public const string TimestampHeader = "Ssc-Timestamp";
    public const string SignatureHeader = "Ssc-Signature";

    /// <param name="timestamp">Seconds since 1970-01-01 UTC.</param>
    /// <returns><c>v1=</c> and 64 lower-case hex digits.</returns>
    public static string Of(string secret, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}.")));
        hash.AppendData(body);
        return $"v1={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
