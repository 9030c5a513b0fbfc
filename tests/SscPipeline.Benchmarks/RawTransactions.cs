using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace SscPipeline.Benchmarks;

/// <summary>Posts bodies that were made before, and does nothing else: the least that any program needs to store them.</summary>
internal sealed class RawTransactions : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Uri address;
    private readonly string account;
    private readonly byte[] key;

    public RawTransactions(string connectionString)
    {
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        (account, key) = (parts["AccountName"], Convert.FromBase64String(parts["AccountKey"]));
        address = new Uri($"{parts["TableEndpoint"].TrimEnd('/')}/$batch");
    }

    public Task PostAsync(IReadOnlyList<byte[]> bodies, int atOnce) => Parallel.ForEachAsync(
        bodies, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (body, cancellationToken) => await PostAsync(body, cancellationToken));

    public void Dispose() => http.Dispose();

    private async Task PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=batch_transaction");
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{date}\n/{account}{address.AbsolutePath}")));
        request.Headers.Add("x-ms-date", date);
        request.Headers.Add("x-ms-version", "2020-12-06");
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Accept.ParseAdd("application/json;odata=minimalmetadata");
        request.Headers.TryAddWithoutValidation("Authorization", $"SharedKeyLite {account}:{signature}");
        using var answer = await http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode || text.Contains("HTTP/1.1 4", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The emulator refused a prepared transaction: {text[..Math.Min(text.Length, 500)]}");
        }
    }
}
