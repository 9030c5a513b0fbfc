using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Functions.Http;

/// <summary>From a request that brings a file to the receipt that it would get.</summary>
internal static class CheckAnswer
{
    private const string Unnamed = "workbook";

    public static async Task<IResult> OfAsync(
        HttpRequest request, SiteCode site, long mostBytes, ILogger logger, Func<FileToCheck, Stream, CancellationToken, Task<FileTaken<ApiFile>>> check,
        CancellationToken cancellationToken)
    {
        var (file, problem) = SentFile.Read(request, "name", Unnamed, mostBytes);
        if (file is null)
        {
            return problem!.ToResult();
        }

        var (language, isKnown) = SentFile.LanguageOf(request);
        if (!isKnown)
        {
            return ApiProblem.BadRequest("The language is neither en nor zh.", "Use ?language=en or ?language=zh.").ToResult();
        }

        if (WantedForm.Of(request, FileForm.Json) is not { } form)
        {
            return WantedForm.Unknown.ToResult();
        }

        var taken = await check(new FileToCheck(site, file.Document, language, form), request.Body, cancellationToken);
        if (SentFile.ProblemOf(taken.Fault, mostBytes) is { } fault)
        {
            return fault.ToResult();
        }

        logger.FileChecked(site.Value);
        return ApiResult.Of(taken.Result!);
    }
}
