using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Functions.Http;

/// <summary>Who has a file already, and says so with If-None-Match, does not get it again.</summary>
internal static class Unchanged
{
    public static IResult Or(HttpRequest request, ApiFile file)
    {
        var answer = ApiResult.Of(file) with { Headers = [.. ApiResult.Of(file).Headers, ("Vary", "Accept")] };
        return file.ETag is { } tag && IsKnown(request, new EntityTagHeaderValue(tag))
            ? answer with { Status = StatusCodes.Status304NotModified, ContentType = null }
            : answer;
    }

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));
}
