using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SscPipeline.Testing;

namespace SscPipeline.LocalHost.Tests.Http;

/// <summary>A site, or anybody else, with a real client.</summary>
internal sealed class Caller : IDisposable
{
    public const string Visits = "subject_id,visit date,study day,mrss,fvc % pred\nP-01,2025-06-01,1,20,90\nP-01,2025-08-30,91,18,91\n";

    private readonly HttpClient client;
    private readonly string? key;

    private Caller(ServedStudy study, string? key)
    {
        client = new HttpClient { BaseAddress = new Uri(study.Server.Address, "api/"), Timeout = TimeSpan.FromSeconds(60) };
        this.key = key;
    }

    public static Caller Of(ServedStudy study, string site) => new(study, ServedStudy.KeyOf(site));

    public static Caller With(ServedStudy study, string? key) => new(study, key);

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, string content, params (string Name, string Value)[] headers) =>
        PostAsync(path, new ByteArrayContent(Encoding.UTF8.GetBytes(content)), headers);

    public Task<Answer> PostAsync(string path, HttpContent content, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, content, headers);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.ConnectionClose = false;
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("x-ssc-site-key", key);
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value) || content!.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await client.SendAsync(request);
        return new Answer((int)response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => client.Dispose();
}

internal sealed record Answer(int Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Type => ContentHeaders.ContentType?.MediaType ?? "";

    public string Header(string name) => Headers.TryGetValues(name, out var values) || ContentHeaders.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    /// <summary>A problem as RFC 9457 has it, with what to do.</summary>
    public string Problem
    {
        get
        {
            Assert.Equal("application/problem+json", Type);
            Assert.Equal(Status, Json.GetProperty("status").GetInt32());
            Assert.All((string[])["title", "detail", "fix"], member => Assert.NotEmpty(Json.GetProperty(member).GetString()!));
            return Json.GetProperty("type").GetString()!["urn:sscpipeline:problem:".Length..];
        }
    }
}
