using Microsoft.AspNetCore.Http;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Functions.Http;

/// <summary>A file of one submission, or why there is none. An id is read as one before it becomes part of a path.</summary>
internal static class OneSubmission
{
    private static readonly ApiProblem None = ApiProblem.NotFound(
        "This site has no such submission, or no such file of it. What was sent a moment ago may not have been begun yet.",
        "GET .../submissions lists what the site sent. After sending, ask again in a second or two.");

    public static async Task<IResult> FileAsync(
        HttpRequest request, string id, Func<SubmissionId, Task<ApiFile?>> find, Func<SubmissionId, Task<bool>> isPending) =>
        SubmissionId.TryParse(id) is not { } submission ? None.ToResult()
        : await find(submission) is { } file ? Unchanged.Or(request, file)
        : await isPending(submission) ? Pending()
        : None.ToResult();

    private static ApiResult Pending() => new(StatusCodes.Status202Accepted, ApiFile.Json, """{"status":"Processing"}"""u8.ToArray())
    {
        Headers = [("Retry-After", "1")],
    };
}
