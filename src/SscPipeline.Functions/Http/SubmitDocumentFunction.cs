using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Api;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Functions.Http;

/// <summary><c>POST /api/sites/{site}/submissions?document=NAME</c>: a file into the site's inbox. One of the same name is corrected by it.</summary>
public sealed class SubmitDocumentFunction(SiteInbox inbox, SiteKeys keys, ILogger<SubmitDocumentFunction> logger)
{
    [Function("SubmitDocument")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sites/{site}/submissions")] HttpRequest request,
        string site,
        CancellationToken cancellationToken) =>
        await SiteDoor.OfSiteAsync(request, site, keys, logger, (code, either) => SendAsync(request, code, either), cancellationToken);

    private async Task<IResult> SendAsync(HttpRequest request, SiteCode site, CancellationToken cancellationToken)
    {
        var (file, problem) = SentFile.Read(request, "document", otherwise: null, inbox.MostBytes);
        if (file is null)
        {
            return problem!.ToResult();
        }

        var taken = await inbox.SendAsync(site, file.Document, request.Body, cancellationToken);
        if (SentFile.ProblemOf(taken.Fault, inbox.MostBytes) is { } fault)
        {
            return fault.ToResult();
        }

        logger.DocumentReceived(taken.Result!.Site, taken.Result.SubmissionId, taken.Result.Bytes);
        return SentAnswer.Of(request, taken.Result);
    }
}
