using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows;

namespace SscPipeline.Functions.Http;

/// <summary>The edge of every HTTP function: what goes wrong behind it becomes an answer without internals, and a line in the log.</summary>
internal static class ApiAnswer
{
    /// <param name="cancellationToken">Of the host; whoever gave up waiting ends the work too.</param>
    public static async Task<IResult> OfAsync(
        HttpRequest request, ILogger logger, Func<CancellationToken, Task<IResult>> work, CancellationToken cancellationToken)
    {
        var gone = request.HttpContext.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, gone);
        try
        {
            return await work(either.Token);
        }
        catch (BadHttpRequestException broken)
        {
            // Kestrel's words: the body ended early, came too slowly, or was larger than it said.
            return new ApiProblem(
                broken.StatusCode, "broken-request", "The request broke off.", "It did not arrive as it was announced. Nothing of it was stored.", "Please send it again.").ToResult();
        }
        catch (Exception) when (gone.IsCancellationRequested)
        {
            // Nobody reads the answer any more.
            return Results.Empty;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            var id = Activity.Current?.TraceId.ToString() ?? request.HttpContext.TraceIdentifier;
            var words = Trouble.Explain(fault);
            logger.RequestFailed(id, words ?? fault.GetType().Name);
            logger.RequestFailedAt(id, fault.StackTrace);
            return (words is null ? OurFault(id) : NoStorage(id)).ToResult();
        }
    }

    private static ApiProblem OurFault(string id) => new(
        StatusCodes.Status500InternalServerError, "our-fault", "This is our fault, not yours.",
        "The request could not be answered. It says nothing about your file.", "Please try again; if it stays, tell the data manager the id.")
    {
        Id = id,
    };

    private static ApiProblem NoStorage(string id) => new(
        StatusCodes.Status503ServiceUnavailable, "no-storage", "The study's storage does not answer.",
        "This is not your fault, and it says nothing about your file.", "Please try again in a minute; if it stays, tell the data manager the id.")
    {
        Id = id,
        Headers = [("Retry-After", "60")],
    };
}
