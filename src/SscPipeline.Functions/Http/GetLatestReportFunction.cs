using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Functions.Http;

/// <summary><c>GET /api/reports/{audience}/latest</c>: the newest report, as page or as <c>summary.json</c>.</summary>
public sealed class GetLatestReportFunction(LatestReports reports, ILogger<GetLatestReportFunction> logger)
{
    [Function("GetLatestReport")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "reports/{audience}/latest")] HttpRequest request,
        string audience,
        CancellationToken cancellationToken) =>
        await ApiAnswer.OfAsync(request, logger, async either =>
        {
            if (WantedForm.Of(request, FileForm.Html) is not { } form)
            {
                return WantedForm.Unknown.ToResult();
            }

            return await reports.FindAsync(audience, form, either) is { } report
                ? Unchanged.Or(request, report)
                : ApiProblem.NotFound("There is no report for such an audience, or none was published yet.", "Audiences are controlled and public. 'ssc publish' publishes now.").ToResult();
        },
        cancellationToken);
}
