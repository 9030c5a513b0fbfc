namespace SscPipeline.LocalHost;

/// <summary>Looks at storage again and again for something that a function waits for.</summary>
internal interface IListener
{
    string Function { get; }

    /// <summary>Makes the container or queue, so that there is a place to drop something.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <param name="functionsStop">Cancelled later than looking: running functions may finish.</param>
    /// <returns>How much was found; 0 is idle.</returns>
#pragma warning disable CA1068 // Both are cancellation tokens.
    Task<int> PollAsync(CancellationToken cancellationToken, CancellationToken functionsStop);
#pragma warning restore CA1068

    /// <summary>Ends when nothing that was found is still running.</summary>
    Task DrainAsync();
}
