using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SscPipeline.Functions.Http;

/// <summary>What is wrong with a request, or with us, as RFC 9457 has it, with a member <c>fix</c> that says what to do. No text repeats what was sent.</summary>
internal sealed record ApiProblem(int Status, string Kind, string Title, string Detail, string Fix)
{
    /// <summary>By which our records of a fault are found; null for what is not our fault.</summary>
    public string? Id { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The same for a wrong key, another site's key, no key, an unknown site and a site that is not opened.</summary>
    public static ApiProblem NoEntry { get; } = new(
        StatusCodes.Status401Unauthorized, "no-entry", "This site is not opened by this key.",
        $"There is no such site, it is not open over HTTP, or the header {SiteDoor.Header} does not hold its key.",
        $"Send the site's key in the header {SiteDoor.Header}. The data manager makes one with 'ssc site-key'.")
    {
        Headers = [("WWW-Authenticate", $"SscSiteKey header=\"{SiteDoor.Header}\"")],
    };

    public static ApiProblem NotFound(string detail, string fix) =>
        new(StatusCodes.Status404NotFound, "not-found", "There is nothing here.", detail, fix);

    public static ApiProblem BadRequest(string detail, string fix) =>
        new(StatusCodes.Status400BadRequest, "bad-request", "The request cannot be understood.", detail, fix);

    public static ApiProblem TooLarge(long mostBytes) => new(
        StatusCodes.Status413PayloadTooLarge, "too-large", "The file is too large.",
        FormattableString.Invariant($"A file may have {mostBytes} bytes. Nothing of it was stored."),
        "Split the workbook, by subjects for example, or remove pictures and unused sheets.")
    {
        Headers = [("Connection", "close")],
    };

    public static ApiProblem TooSlow { get; } = new(
        StatusCodes.Status408RequestTimeout, "too-slow", "The file took too long to arrive.", "Nothing of it was stored.", "Please send it again over a better connection.")
    {
        Headers = [("Connection", "close")],
    };

    public static ApiProblem Busy { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "busy", "Too many files arrive at this moment.", "Nothing of this one was stored.", "Please send it again in a minute.")
    {
        Headers = [("Retry-After", "60"), ("Connection", "close")],
    };

    public ApiResult ToResult() => new(Status, "application/problem+json", Write()) { Headers = Headers };

    private byte[] Write()
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("type", $"urn:sscpipeline:problem:{Kind}");
            json.WriteString("title", Title);
            json.WriteNumber("status", Status);
            json.WriteString("detail", Detail);
            json.WriteString("fix", Fix);
            if (Id is not null)
            {
                json.WriteString("id", Id);
            }

            json.WriteEndObject();
        }

        return text.ToArray();
    }
}
