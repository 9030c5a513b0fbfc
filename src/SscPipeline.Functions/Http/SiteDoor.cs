using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Functions.Http;

/// <summary>Lets a request through to the one site whose key it brings, in a header: addresses are written into logs on the way.</summary>
internal static class SiteDoor
{
    public const string Header = "x-ssc-site-key";

    public static async Task<IResult> OfSiteAsync(
        HttpRequest request, string site, SiteKeys keys, ILogger logger, Func<SiteCode, CancellationToken, Task<IResult>> work, CancellationToken cancellationToken) =>
        await ApiAnswer.OfAsync(request, logger, async either =>
        {
            if (keys.Open(site, request.Headers[Header].ToString()) is { } code)
            {
                return await work(code, either);
            }

            logger.EntryRefused();
            return ApiProblem.NoEntry.ToResult();
        },
        cancellationToken);
}
