using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SscPipeline.LocalHost.Binding;

namespace SscPipeline.LocalHost.Http;

/// <summary>One function behind its address.</summary>
/// <param name="key">Null when anybody may call it.</param>
internal sealed class HttpFunctionEndpoint(FunctionDefinition function, FunctionKey? key, FunctionCaller caller, ILogger logger)
{
    public async Task AnswerAsync(HttpContext context)
    {
        if (key?.IsIn(context.Request) == false)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var tokens = context.Request.RouteValues.ToImmutableDictionary(value => value.Key, value => value.Value as string ?? "");
        try
        {
            var answer = await caller.CallAsync(function, new TriggerInput(context.Request, tokens), context.RequestAborted);
            await answer!.ExecuteAsync(context);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Functions answer for their own faults; this is one of the host or of the last bytes of an answer.
            logger.AttemptFailed(function.Name, 1, FaultName.Of(exception));
            context.Response.StatusCode = context.Response.HasStarted ? context.Response.StatusCode : StatusCodes.Status500InternalServerError;
        }
    }
}
