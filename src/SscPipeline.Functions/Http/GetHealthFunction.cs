using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Functions.Http;

/// <summary><c>GET /api/health</c>: whether the app runs and reaches its storage.</summary>
public sealed class GetHealthFunction(StorageProbe probe, ILogger<GetHealthFunction> logger)
{
    [Function("GetHealth")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken) =>
        await ApiAnswer.OfAsync(request, logger, async either => await probe.IsWellAsync(either)
            ? new ApiResult(StatusCodes.Status200OK, ApiFile.Json, """{"status":"healthy"}"""u8.ToArray())
            : new ApiResult(StatusCodes.Status503ServiceUnavailable, ApiFile.Json, """{"status":"unhealthy"}"""u8.ToArray()),
            cancellationToken);
}
