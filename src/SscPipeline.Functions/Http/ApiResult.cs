using Microsoft.AspNetCore.Http;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Functions.Http;

/// <summary>An answer with all its headers: nothing is cached, nothing is guessed from content, nothing may frame or run a page of data.</summary>
internal sealed record ApiResult(int Status, string? ContentType, ReadOnlyMemory<byte> Body) : IResult
{
    /// <summary>For pages of data: they have styles inside and no script, and link to nothing that a browser should open by itself.</summary>
    private const string DataPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Beside those that every answer has.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public string Policy { get; init; } = DataPolicy;

    /// <summary>What is the same for everybody may be kept, and is compared before it is used again.</summary>
    public bool IsPublic { get; init; }

    public static ApiResult Of(ApiFile file) => new(StatusCodes.Status200OK, file.ContentType, file.Content)
    {
        Headers =
        [
            .. file.ETag is { } tag ? [("ETag", tag)] : Array.Empty<(string, string)>(),
            .. file.SaveAs is { } name ? [("Content-Disposition", $"attachment; filename=\"{name}\"")] : Array.Empty<(string, string)>(),
        ],
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = IsPublic ? "no-cache" : "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        if (ContentType is not null)
        {
            response.ContentType = ContentType;
            response.ContentLength = Body.Length;
            await response.Body.WriteAsync(Body, httpContext.RequestAborted);
        }
    }
}
