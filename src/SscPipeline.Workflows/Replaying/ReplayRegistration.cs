using Microsoft.Extensions.DependencyInjection;
using SscPipeline.Storage;
using SscPipeline.Workflows.Sites;

namespace SscPipeline.Workflows.Replaying;

internal static class ReplayRegistration
{
    public static IServiceCollection AddReplaying(this IServiceCollection services) => services
        .AddSingleton<ReplayBytes>()
        .AddSingleton<ReplayPreview>()
        .AddSingleton<ReplaySelection>()
        .AddSingleton<ReplaySubmission>()
        .AddSingleton<OpenFailures>()
        .AddSingleton<PoisonMessages>()
        .AddSingleton(provider => new ReplayDesk(
            provider.GetRequiredService<Stores>(), provider.GetRequiredService<ReplaySelection>(), provider.GetRequiredService<ReplaySubmission>(),
            provider.GetRequiredService<SiteReader>()))
        .AddSingleton(provider => new PoisonDesk(
            provider.GetRequiredService<Stores>(), provider.GetRequiredService<OpenFailures>(), provider.GetRequiredService<PoisonMessages>(),
            provider.GetRequiredService<ReplaySubmission>(), provider.GetRequiredService<IIngestSubmission>(), provider.GetRequiredService<TimeProvider>()));
}
