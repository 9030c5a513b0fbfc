using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Functions.Http;

/// <summary>Page or JSON: <c>?format=</c> says it, or else the header Accept.</summary>
internal static class WantedForm
{
    public static ApiProblem Unknown { get; } = ApiProblem.BadRequest("The format is neither json nor html.", "Use ?format=json or ?format=html, or the header Accept.");

    /// <param name="otherwise">When the request does not say, or takes both alike.</param>
    /// <returns>Null when <c>?format=</c> is neither.</returns>
    public static FileForm? Of(HttpRequest request, FileForm otherwise) => request.Query["format"].ToString() switch
    {
        "" => Accepted(request, otherwise),
        "json" => FileForm.Json,
        "html" => FileForm.Html,
        _ => null,
    };

    private static FileForm Accepted(HttpRequest request, FileForm otherwise)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return otherwise;
        }

        var (json, html) = (Weight(accepted, "application/json"), Weight(accepted, "text/html"));
        return json > html ? FileForm.Json : html > json ? FileForm.Html : otherwise;
    }

    /// <summary>Of the most exact range that holds the type.</summary>
    private static double Weight(IList<MediaTypeHeaderValue> accepted, string type) => accepted
        .Where(range => range.MatchesMediaType(type))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();
}
