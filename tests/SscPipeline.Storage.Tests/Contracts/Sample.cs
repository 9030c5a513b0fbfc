using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Tests.Contracts;

/// <summary>Sites, submissions and bytes that no other test uses.</summary>
internal static class Sample
{
    private static int count;

    public static CancellationToken Never => CancellationToken.None;

    public static SiteCode Site() => SiteCode.Parse(string.Create(CultureInfo.InvariantCulture, $"site-{Interlocked.Increment(ref count)}"));

    public static string Sha(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    public static DateTimeOffset Day(int day) => new(2012, 3, day, 8, 30, 0, TimeSpan.Zero);

    public static SubmissionId Submission(int day, string content = "content") => SubmissionId.Of(Day(day), Sha(content));

    public static MemoryStream Stream(string content) => new(Encoding.UTF8.GetBytes(content));

    public static async Task<string> TextAsync(this Stream stream)
    {
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
