using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace SscPipeline.LocalHost.Tests.Host;

internal sealed class BlobFunction(Calls calls)
{
    [Function("Arrived")]
    public Task RunAsync([BlobTrigger("inbox/{name}", Connection = "Data")] BlobClient blob, string name, CancellationToken cancellationToken)
    {
        Assert.Equal(name, blob.Name);
        Assert.False(cancellationToken.IsCancellationRequested);
        calls.Add(name);
        return Task.CompletedTask;
    }
}

internal sealed class StreamFunction(Calls calls)
{
    [Function("Read")]
    public async Task RunAsync([BlobTrigger("inbox/{first}/{rest}.csv", Connection = "Data")] Stream content, string first, string rest)
    {
        using var reader = new StreamReader(content);
        calls.Add($"{first}|{rest}|{await reader.ReadToEndAsync()}");
    }
}

internal sealed class SlowFunction(Calls calls)
{
    [Function("Slow")]
    public async Task RunAsync([BlobTrigger("inbox/{name}", Connection = "Data")] BlobClient blob, string name, CancellationToken cancellationToken)
    {
        await Task.Delay(300, cancellationToken);
        calls.Add($"{name} of {blob.BlobContainerName}");
    }
}

internal sealed class QueueFunction(Calls calls)
{
    [Function("Told")]
    public Task RunAsync([QueueTrigger("orders", Connection = "Data")] string message)
    {
        calls.Add(message);
        return Task.CompletedTask;
    }
}

internal sealed class PoisonFunction(Calls calls)
{
    [Function("Buried")]
    public Task RunAsync([QueueTrigger("webjobs-blobtrigger-poison", Connection = "Data")] string message)
    {
        calls.Add(message);
        return Task.CompletedTask;
    }
}

internal sealed class TimerFunction(Calls calls)
{
    [Function("Struck")]
    public Task RunAsync([TimerTrigger("%Ssc:SummarySchedule%")] TimerInfo timer)
    {
        calls.Add(timer.IsPastDue ? "past due" : "on time");
        return Task.CompletedTask;
    }
}
