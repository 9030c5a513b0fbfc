using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows.Api;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Functions.Http;

/// <summary><c>GET /api/sites/{site}/submissions/{id}/receipt</c>: JSON, or the page. 202 while the submission is worked on.</summary>
public sealed class GetReceiptFunction(SiteFiles files, SiteKeys keys, ILogger<GetReceiptFunction> logger)
{
    [Function("GetReceipt")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sites/{site}/submissions/{id}/receipt")] HttpRequest request,
        string site,
        string id,
        CancellationToken cancellationToken) =>
        await SiteDoor.OfSiteAsync(request, site, keys, logger, async (code, either) => WantedForm.Of(request, FileForm.Json) switch
        {
            null => WantedForm.Unknown.ToResult(),
            { } form => await OneSubmission.FileAsync(request, id, submission => files.ReceiptAsync(code, submission, form, either), submission => files.IsPendingAsync(code, submission, either)),
        },
        cancellationToken);
}
