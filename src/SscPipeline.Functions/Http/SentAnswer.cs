using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Functions.Http;

/// <summary>202: the file lies in the inbox, and where its receipt will be.</summary>
internal static class SentAnswer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static ApiResult Of(HttpRequest request, SentDocument sent)
    {
        // Below the address that was asked, so that it holds whatever lies in front.
        var receipt = $"{request.PathBase}/api/{sent.ReceiptPath}";
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { sent.SubmissionId, sent.Site, sent.Document, sent.Sha256, sent.Bytes, sent.ReceivedAt, Receipt = receipt }, Options);
        return new ApiResult(StatusCodes.Status202Accepted, ApiFile.Json, body) { Headers = [("Location", receipt), ("Retry-After", "1")] };
    }
}
