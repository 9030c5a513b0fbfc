using System.Text.RegularExpressions;

namespace SscPipeline.LocalHost.Azurite;

/// <summary>Where the three services listen, as Azurite announces it line by line.</summary>
internal sealed partial class AzuriteEndpoints
{
    private readonly TaskCompletionSource<Uri> blob = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri> queue = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri> table = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Read(string line)
    {
        if (Announcement().Match(line) is { Success: true } match)
        {
            var service = match.Groups["service"].Value switch { "Blob" => blob, "Queue" => queue, _ => table };
            service.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    /// <summary>Blob, queue and table, in this order.</summary>
    public Task<Uri[]> AllAsync() => Task.WhenAll(blob.Task, queue.Task, table.Task);

    [GeneratedRegex("Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://[^ ]+)")]
    private static partial Regex Announcement();
}
