using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SscPipeline.LocalHost.Binding;
using SscPipeline.LocalHost.Blobs;
using SscPipeline.LocalHost.Queues;
using SscPipeline.LocalHost.Settings;
using SscPipeline.LocalHost.Timers;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.LocalHost;

/// <summary>Makes of each function what watches for it.</summary>
internal sealed class ListenerFactory(
    IConfiguration configuration, FunctionRun run, IHandledBlobs handled, IHostProgress progress, LocalHostOptions options,
    TimeProvider time, ILogger logger)
{
    private const string PoisonSuffix = "-poison";

    private readonly StorageConnections storage = new(configuration);

    public BlobTriggerListener Blob(FunctionDefinition function, BlobTriggerAttribute trigger, SemaphoreSlim places)
    {
        var pattern = BlobPattern.Parse(SettingReference.Resolve(trigger.BlobPath, configuration));
        var poisonQueue = storage.Queues(trigger.Connection).GetQueueClient(PoisonMessage.Queue);
        var delivery = new BlobDelivery(function, run, poisonQueue, progress, options, time, logger);
        var container = storage.Blobs(trigger.Connection).GetBlobContainerClient(pattern.Container);
        return new BlobTriggerListener(function, pattern, container, delivery, places, handled, progress, logger);
    }

    public QueueTriggerListener Queue(FunctionDefinition function, QueueTriggerAttribute trigger)
    {
        var name = SettingReference.Resolve(trigger.QueueName, configuration);
        var account = storage.Queues(trigger.Connection);
        var poisonQueue = name.EndsWith(PoisonSuffix, StringComparison.Ordinal) ? null : account.GetQueueClient(name + PoisonSuffix);
        return new QueueTriggerListener(function, account.GetQueueClient(name), poisonQueue, run, options, logger);
    }

    public TimerListener Timer(FunctionDefinition function, TimerTriggerAttribute trigger)
    {
        var container = storage.Blobs(ConnectionNames.Host).GetBlobContainerClient(ScheduleStatusStore.Container);
        var store = new ScheduleStatusStore(container, options.HostId, function);
        return new TimerListener(function, trigger, Schedule.Of(trigger.Schedule, configuration), store, run, time, logger);
    }
}
