using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Functions.Http;

/// <summary><c>GET /api/openapi.json</c>: the description of these functions for programs.</summary>
public sealed class GetOpenApiFunction(ILogger<GetOpenApiFunction> logger)
{
    [Function("GetOpenApi")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request, CancellationToken cancellationToken) =>
        await ApiAnswer.OfAsync(request, logger, _ => Task.FromResult<IResult>(ApiResult.Of(ApiPages.OpenApi()) with { IsPublic = true }), cancellationToken);
}
