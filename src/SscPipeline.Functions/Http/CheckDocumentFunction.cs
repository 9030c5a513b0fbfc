using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Functions.Http;

/// <summary><c>POST /api/check?site=&amp;name=&amp;language=</c>: all checks on a file by itself. Nothing of it is stored.</summary>
public sealed class CheckDocumentFunction(FileCheck check, ILogger<CheckDocumentFunction> logger)
{
    private const string NoSite = "local";

    [Function("CheckDocument")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "check")] HttpRequest request, CancellationToken cancellationToken) =>
        await ApiAnswer.OfAsync(request, logger, async either =>
        {
            var named = request.Query["site"].ToString();
            if (SiteCode.TryParse(named.Length == 0 ? NoSite : named) is not { } site)
            {
                return ApiProblem.BadRequest("The site is not a site code.", "Use 1 to 63 lower-case letters, digits and hyphens, such as ?site=site-a.").ToResult();
            }

            return await CheckAnswer.OfAsync(request, site, check.MostBytes, logger, check.RunAsync, either);
        },
        cancellationToken);
}
