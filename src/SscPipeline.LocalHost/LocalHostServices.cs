using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SscPipeline.LocalHost;

public static class LocalHostServices
{
    /// <summary>Adds <see cref="LocalFunctionHost"/>. What is registered before of time, options, progress and handled blobs is kept.</summary>
    public static IServiceCollection AddLocalFunctionHost(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<LocalHostOptions>();
        services.TryAddSingleton<IHandledBlobs, NothingHandled>();
        services.TryAddSingleton<IHostProgress, NoProgress>();
        services.TryAddSingleton<LocalFunctionHost>();
        return services;
    }
}
