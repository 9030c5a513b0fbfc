using Microsoft.Extensions.Logging;

namespace SscPipeline.LocalHost;

/// <summary>How often a listener looks: often while work arrives, less often when idle, seldom while storage fails.</summary>
internal sealed class PollLoop(LocalHostOptions options, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    /// <summary>Ends by cancellation only.</summary>
    public async Task RunAsync(IListener listener, CancellationToken cancellationToken, CancellationToken functionsStop)
    {
        var lastWork = time.GetTimestamp();
        var pause = FirstPause;
        while (true)
        {
            var started = time.GetTimestamp();
            TimeSpan wait;
            try
            {
                if (await listener.PollAsync(cancellationToken, functionsStop) > 0)
                {
                    lastWork = started;
                }

                var usual = time.GetElapsedTime(lastWork) < options.IdleAfter ? options.PollWhenActive : options.PollWhenIdle;
                var took = time.GetElapsedTime(started);
                wait = took > usual ? took : usual;
                pause = FirstPause;
            }
            catch (Exception exception) when (FaultName.IsStorage(exception) && !cancellationToken.IsCancellationRequested)
            {
                logger.StorageFailed(listener.Function, FaultName.Of(exception), pause.TotalSeconds);
                wait = pause;
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }
}
