using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows.Api;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Functions.Http;

/// <summary><c>GET /api/sites/{site}/submissions/{id}/annotated</c>: the site's own workbook with the cells marked.</summary>
public sealed class GetAnnotatedCopyFunction(SiteFiles files, SiteKeys keys, ILogger<GetAnnotatedCopyFunction> logger)
{
    [Function("GetAnnotatedCopy")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sites/{site}/submissions/{id}/annotated")] HttpRequest request,
        string site,
        string id,
        CancellationToken cancellationToken) =>
        await SiteDoor.OfSiteAsync(
            request, site, keys, logger,
            (code, either) => OneSubmission.FileAsync(
                request, id, submission => files.AnnotatedAsync(code, submission, either), submission => files.IsPendingAsync(code, submission, either)),
            cancellationToken);
}
