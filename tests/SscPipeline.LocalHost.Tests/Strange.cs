using System.Text;
using Microsoft.Azure.Functions.Worker;

namespace SscPipeline.LocalHost.Tests;

/// <summary>Functions that no host can call.</summary>
public static class Strange
{
    public static class TwoTriggers
    {
        [Function("F")]
        public static Task RunAsync([QueueTrigger("q")] string message, [TimerTrigger("0 0 6 * * 1")] TimerInfo timer) =>
            Task.FromResult((message, timer));
    }

    public static class NoTrigger
    {
        [Function("F")]
        public static Task RunAsync(string message) => Task.FromResult(message);
    }

    public static class UnknownToken
    {
        [Function("F")]
        public static Task RunAsync([BlobTrigger("c/{name}")] Stream blob, string other) => Task.FromResult((blob, other));
    }

    public static class UnknownType
    {
        [Function("F")]
        public static Task RunAsync([QueueTrigger("q")] string message, StringBuilder builder) => Task.FromResult((message, builder));
    }

    public static class NoTask
    {
        [Function("F")]
        public static string Run([QueueTrigger("q")] string message) => message;
    }

    public static class SameName
    {
        [Function("F")]
        public static Task RunAsync([QueueTrigger("q")] string message) => Task.FromResult(message);

        [Function("F")]
        public static Task RunAgainAsync([QueueTrigger("q")] string message) => Task.FromResult(message);
    }
}
