using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using SscPipeline.Domain;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Functions.Http;

/// <summary><c>GET /api/upload</c>: the page on which a site sends its workbooks. It holds no data; the site's key opens the rest.</summary>
public sealed class GetUploadPageFunction(ILogger<GetUploadPageFunction> logger)
{
    [Function("GetUploadPage")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "upload")] HttpRequest request, CancellationToken cancellationToken) =>
        await ApiAnswer.OfAsync(
            request, logger,
            _ => Task.FromResult<IResult>(ApiResult.Of(ApiPages.Upload(LanguageOf(request))) with
            {
                IsPublic = true,
                Policy = ApiPages.UploadPolicy,
                Headers = [("Vary", "Accept-Language")],
            }),
            cancellationToken);

    private static Language LanguageOf(HttpRequest request) => LanguageCode.TryParse(request.Query["language"]) ?? Preferred(request);

    private static Language Preferred(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wishes)
            ? wishes.OrderByDescending(wish => wish.Quality ?? 1).Select(wish => LanguageCode.TryParse(wish.Value.Value?.Split('-')[0])).FirstOrDefault(known => known is not null)
                ?? Language.English
            : Language.English;
}
