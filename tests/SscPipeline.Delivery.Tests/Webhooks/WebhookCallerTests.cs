using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SscPipeline.Delivery.Webhooks;

namespace SscPipeline.Delivery.Tests.Webhooks;

public sealed class WebhookCallerTests
{
    private static readonly WebhookCall Sample = new("public/20260302T060000Z", "{\"study\":\"硬皮病\"}"u8.ToArray());

    [Fact]
    public async Task A_receiver_can_prove_who_sent_the_body_and_when()
    {
        await using var receiver = await Receiver.StartAsync();

        var outcome = await PostAsync(receiver.Endpoint);

        Assert.Equal(SendOutcome.Sent, outcome);
        var call = Assert.Single(receiver.Calls);
        Assert.Equal(("POST", "application/json; charset=utf-8", Sample.IdempotencyKey), (call.Method, call.ContentType, call.Key));
        var seconds = long.Parse(call.Timestamp, CultureInfo.InvariantCulture);
        Assert.InRange(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - seconds, 0, 300);
        var signed = Encoding.ASCII.GetBytes($"{call.Timestamp}.").Concat(call.Body).ToArray();
        Assert.Equal($"v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(receiver.Endpoint.Secret), signed))}", call.Signature);
        Assert.NotEqual(call.Signature, WebhookSignature.Of(receiver.Endpoint.Secret, seconds + 1, call.Body));
    }

    [Fact]
    public async Task A_busy_receiver_is_asked_again_with_the_same_key_until_it_has_it_and_then_no_more()
    {
        await using var receiver = await Receiver.StartAsync(503, 429);

        Assert.Equal(SendOutcome.Sent, await PostAsync(receiver.Endpoint));

        Assert.Equal(3, receiver.Calls.Count);
        Assert.Single(receiver.Calls.Select(call => call.Key).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(400, 1)]
    [InlineData(410, 1)]
    [InlineData(500, 4)]
    public async Task What_will_not_pass_is_not_repeated_and_what_might_is_repeated_three_times(int status, int calls)
    {
        await using var receiver = await Receiver.StartAsync(status, status, status, status, status);

        var outcome = await PostAsync(receiver.Endpoint);

        Assert.Equal((SendResult.Refused, calls), (outcome.Result, receiver.Calls.Count));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"answered {status}"), outcome.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("t0ken", outcome.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var receiver = await Receiver.StartAsync(status);

        var outcome = await PostAsync(receiver.Endpoint);

        Assert.Equal("/hook", Assert.Single(receiver.Calls).Path);
        Assert.Contains("a redirect, which is not followed", outcome.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_and_one_that_is_gone_are_told_in_words()
    {
        var receiver = await Receiver.StartAsync(0);
        var endpoint = receiver.Endpoint with { Retries = 0, Timeout = TimeSpan.FromSeconds(1) };

        var slow = await PostAsync(endpoint);
        await receiver.DisposeAsync();
        var gone = await PostAsync(endpoint);

        Assert.Equal(SendOutcome.Refused($"{endpoint} did not answer within 1 seconds."), slow);
        Assert.StartsWith($"{endpoint} cannot be reached", gone.Problem, StringComparison.Ordinal);
    }

    private static async Task<SendOutcome> PostAsync(WebhookEndpoint endpoint)
    {
        using var caller = new WebhookCaller(TimeProvider.System);
        return await caller.PostAsync(Sample, endpoint, CancellationToken.None);
    }
}
