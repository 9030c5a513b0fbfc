using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows.Api;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Functions.Http;

/// <summary><c>GET /api/sites/{site}/submissions</c>: what the site sent, newest first.</summary>
public sealed class ListSubmissionsFunction(SiteFiles files, SiteKeys keys, ILogger<ListSubmissionsFunction> logger)
{
    private const int Usual = 100;

    [Function("ListSubmissions")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sites/{site}/submissions")] HttpRequest request,
        string site,
        CancellationToken cancellationToken) =>
        await SiteDoor.OfSiteAsync(request, site, keys, logger, async (code, either) =>
            Top(request) is { } top
                ? ApiResult.Of(await files.SubmissionsAsync(code, top, either))
                : ApiProblem.BadRequest($"'top' is not a whole number from 1 to {SiteFiles.Most}.", "Use ?top=20 for the 20 newest.").ToResult(),
            cancellationToken);

    private static int? Top(HttpRequest request) => request.Query["top"].ToString() switch
    {
        "" => Usual,
        var text => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var top) && top is > 0 and <= SiteFiles.Most
            ? top
            : null,
    };
}
