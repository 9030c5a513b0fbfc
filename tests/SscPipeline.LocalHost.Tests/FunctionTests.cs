using System.Reflection;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SscPipeline.Functions;
using SscPipeline.LocalHost.Binding;

namespace SscPipeline.LocalHost.Tests;

public sealed class FunctionTests
{
    private static readonly FunctionDefinition[] Product = [.. FunctionCatalogue.Of(typeof(IngestSubmissionFunction).Assembly.GetTypes())];

    [Fact]
    public void The_product_has_these_functions() =>
        Assert.Equal(
            [
                "CheckDocument: post check, Function",
                "CheckSiteDocument: post sites/{site}/check, Anonymous",
                "CompleteSummaries: timer %Ssc:ReconcileSchedule%",
                "GetAnnotatedCopy: get sites/{site}/submissions/{id}/annotated, Anonymous",
                "GetHealth: get health, Anonymous",
                "GetLatestReport: get reports/{audience}/latest, Function",
                "GetOpenApi: get openapi.json, Anonymous",
                "GetReceipt: get sites/{site}/submissions/{id}/receipt, Anonymous",
                "GetUploadPage: get upload, Anonymous",
                "IngestInboxEvent: queue ssc-inbox-events of SscInbox",
                "IngestSubmission: blob submissions/{name} of SscInbox by EventGrid",
                "ListSubmissions: get sites/{site}/submissions, Anonymous",
                "PublishSummaries: timer %Ssc:SummarySchedule%",
                "ReconcileInbox: timer %Ssc:ReconcileSchedule%",
                "RecordPoisonSubmission: queue webjobs-blobtrigger-poison of SscInbox",
                "SubmitDocument: post sites/{site}/submissions, Anonymous",
            ],
            Product.Select(function => $"{function.Name}: {Describe(function.Trigger)}"));

    [Fact]
    public void A_function_takes_only_what_a_test_can_make()
    {
        Type[] plain = [typeof(BlobClient), typeof(Stream), typeof(string), typeof(TimerInfo), typeof(HttpRequest), typeof(CancellationToken)];

        Assert.All(
            Product.SelectMany(function => function.Method.GetParameters()),
            parameter => Assert.Contains(parameter.ParameterType, plain));
    }

    [Fact]
    public void A_function_takes_its_CancellationToken_last() =>
        Assert.All(Product, function => Assert.Equal(typeof(CancellationToken), function.Method.GetParameters()[^1].ParameterType));

    [Theory]
    [InlineData(typeof(Strange.TwoTriggers), "it has 2")]
    [InlineData(typeof(Strange.NoTrigger), "it has 0")]
    [InlineData(typeof(Strange.UnknownToken), "parameter 'other'")]
    [InlineData(typeof(Strange.UnknownType), "parameter 'builder' of type StringBuilder")]
    [InlineData(typeof(Strange.NoTask), "must return a Task")]
    [InlineData(typeof(Strange.SameName), "Two functions are called 'F'")]
    public void A_function_that_cannot_be_called_is_refused_at_the_start(Type function, string reason)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => FunctionCatalogue.Of([function]));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    private static string Describe(Attribute trigger) => trigger switch
    {
        BlobTriggerAttribute blob => $"blob {blob.BlobPath} of {blob.Connection} by {blob.Source}",
        QueueTriggerAttribute queue => $"queue {queue.QueueName} of {queue.Connection}",
        TimerTriggerAttribute timer => $"timer {timer.Schedule}",
        HttpTriggerAttribute http => $"{string.Join(' ', http.Methods!)} {http.Route}, {http.AuthLevel}",
        _ => throw new TargetException(),
    };
}
