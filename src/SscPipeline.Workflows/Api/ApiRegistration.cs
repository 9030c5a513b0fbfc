using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Spreadsheets;
using SscPipeline.Storage;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Settings;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Api;

internal static class ApiRegistration
{
    /// <summary>What the HTTP functions call.</summary>
    public static void AddSscApi(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<PipelineSettings>().SiteKeys);
        services.AddSingleton<FilePlaces>();
        services.AddSingleton(provider => new SiteInbox(
            provider.GetRequiredService<Stores>(), provider.GetRequiredService<FilePlaces>(), provider.GetRequiredService<SpreadsheetLimits>()));
        services.AddSingleton(provider => new FileCheck(
            provider.GetRequiredService<CheckWorkbooks>(), provider.GetRequiredService<Stores>(), provider.GetRequiredService<SiteReader>(),
            provider.GetRequiredService<FilePlaces>(), provider.GetRequiredService<SpreadsheetLimits>()));
        services.AddSingleton(provider => new SiteFiles(
            provider.GetRequiredService<Stores>(), provider.GetRequiredService<SubmissionDesk>(), provider.GetRequiredService<ReceiptDesk>()));
        services.AddSingleton(provider => new LatestReports(provider.GetRequiredService<Stores>()));
        services.AddSingleton(provider => new StorageProbe(provider.GetRequiredService<Stores>(), provider.GetRequiredService<TimeProvider>()));
    }
}
