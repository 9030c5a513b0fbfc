using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SscPipeline.Delivery.Email;
using SscPipeline.Delivery.Webhooks;
using SscPipeline.Storage;
using SscPipeline.Workflows.Delivering;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Publishing;

internal static class PublishingRegistration
{
    /// <summary>Registers what makes, publishes and delivers reports.</summary>
    /// <exception cref="SettingException">A setting is wrong; nothing should start.</exception>
    public static IServiceCollection AddSscPublishing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(SummarySchedule.Read(configuration));
        services.AddSingleton(DeliverySettingsReader.Read(configuration));
        services.TryAddSingleton<IMailer, SmtpMailer>();
        services.TryAddSingleton<IWebhookCaller, WebhookCaller>();
        services.AddSingleton<Courier>();
        services.AddSingleton<DeliverReports>();
        services.AddSingleton<SiteRecords>();
        services.AddSingleton<StudyReader>();
        services.AddSingleton<ReportMaker>();
        services.AddSingleton<LatestReport>();
        services.AddSingleton<PublishSummaries>();
        services.AddSingleton<IPublishSummaries>(provider => provider.GetRequiredService<PublishSummaries>());
        services.AddSingleton<ICompleteSummaries, CompleteSummaries>();
        services.AddSingleton(provider => new ReportDesk(
            provider.GetRequiredService<Stores>(), provider.GetRequiredService<StudyReader>(), provider.GetRequiredService<ReportMaker>(),
            provider.GetRequiredService<Courier>(), provider.GetRequiredService<SummarySchedule>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
