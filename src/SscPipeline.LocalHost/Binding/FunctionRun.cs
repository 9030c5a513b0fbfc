using Microsoft.Extensions.Logging;

namespace SscPipeline.LocalHost.Binding;

/// <summary>One attempt at one function, told to whoever watches.</summary>
internal sealed class FunctionRun(FunctionCaller caller, IHostProgress progress, TimeProvider time, ILogger logger)
{
    /// <returns>What the function threw; null when it succeeded.</returns>
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    public async Task<Exception?> TryAsync(
        FunctionDefinition function, TriggerInput input, BlobVersion? blob, int attempt, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        progress.Report(new HostEvent(HostEventKind.Started, function.Name, blob, attempt, TimeSpan.Zero, Fault: null));
        try
        {
            await caller.CallAsync(function, input, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever a function throws is the host's to count, as in Azure.
            var fault = FaultName.Of(exception);
            logger.AttemptFailed(function.Name, attempt, fault);
            logger.FailedAt(function.Name, exception.StackTrace);
            progress.Report(new HostEvent(HostEventKind.AttemptFailed, function.Name, blob, attempt, time.GetElapsedTime(started), fault));
            return exception;
        }

        progress.Report(new HostEvent(HostEventKind.Succeeded, function.Name, blob, attempt, time.GetElapsedTime(started), Fault: null));
        return null;
    }
}
