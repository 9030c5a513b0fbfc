using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows.Api;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Functions.Http;

/// <summary><c>POST /api/sites/{site}/check</c>: all checks, with the site's key, as if the site sent the file now. Nothing of it is stored.</summary>
public sealed class CheckSiteDocumentFunction(FileCheck check, SiteKeys keys, ILogger<CheckSiteDocumentFunction> logger)
{
    [Function("CheckSiteDocument")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sites/{site}/check")] HttpRequest request,
        string site,
        CancellationToken cancellationToken) =>
        await SiteDoor.OfSiteAsync(
            request, site, keys, logger,
            (code, either) => CheckAnswer.OfAsync(request, code, check.MostBytes, logger, check.RunForSiteAsync, either),
            cancellationToken);
}
