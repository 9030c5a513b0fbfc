using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SscPipeline.Spreadsheets;
using SscPipeline.Spreadsheets.Annotating;
using SscPipeline.Storage;
using SscPipeline.Storage.Connection;
using SscPipeline.Storage.Resilience;
using SscPipeline.Validation;
using SscPipeline.Workflows.Api;
using SscPipeline.Workflows.Checking;
using SscPipeline.Workflows.Exporting;
using SscPipeline.Workflows.Guides;
using SscPipeline.Workflows.Ingesting;
using SscPipeline.Workflows.Publishing;
using SscPipeline.Workflows.Replaying;
using SscPipeline.Workflows.Settings;
using SscPipeline.Workflows.Sites;
using SscPipeline.Workflows.Telemetry;

namespace SscPipeline.Workflows;

public static class PipelineRegistration
{
    /// <summary>Registers the whole pipeline on the storage named by <c>SscStorage</c>, with the inbox in the one named by <c>SscInbox</c> if that is set.</summary>
    /// <exception cref="SettingException">A setting is wrong; nothing should start.</exception>
    public static IServiceCollection AddSscPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSscChecking(configuration);
        services.AddSscTelemetry(configuration);
        services.AddSingleton(provider => OpenStores(configuration, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<UploadReader>();
        services.AddSingleton<SiteReader>();
        services.AddSingleton<SubmissionRegister>();
        services.AddSingleton<PointerRule>();
        services.AddSingleton<ConflictNotices>();
        services.AddSingleton<ReceiptDesk>();
        services.AddSingleton<SiteReview>();
        services.AddSingleton<SitePages>();
        services.AddSingleton<OtherWorkers>();
        services.AddSingleton<IngestSubmission>();
        services.AddSingleton<IIngestSubmission>(provider => provider.GetRequiredService<IngestSubmission>());
        services.AddSingleton<IIngestInboxEvent, IngestInboxEvent>();
        services.AddReplaying();
        services.AddSingleton<ReconcileInbox>();
        services.AddSingleton<IReconcileInbox>(provider => provider.GetRequiredService<ReconcileInbox>());
        services.AddSingleton<IInboxHistory>(provider => provider.GetRequiredService<ReconcileInbox>());
        services.AddSingleton<RecordPoison>();
        services.AddSingleton<IRecordPoison>(provider => provider.GetRequiredService<RecordPoison>());
        services.AddSingleton<LeftOpen>();
        services.AddSscPublishing(configuration);
        services.AddSingleton(provider => new StudyFiles(
            provider.GetRequiredService<Stores>(), provider.GetRequiredService<SiteReader>(), provider.GetRequiredService<DocumentChecker>(),
            provider.GetRequiredService<PipelineSettings>()));
        services.AddSingleton(provider => new ExportDesk(
            provider.GetRequiredService<StudyReader>(), provider.GetRequiredService<DocumentChecker>(), provider.GetRequiredService<PipelineSettings>()));
        services.AddSingleton(provider => new SiteMappings(provider.GetRequiredService<Stores>(), provider.GetRequiredService<DocumentChecker>()));
        services.AddSingleton(provider => new SubmissionDesk(
            provider.GetRequiredService<Stores>(), provider.GetRequiredService<ReceiptDesk>()));
        services.AddSscApi();
        return services;
    }

    private static Stores OpenStores(IConfiguration configuration, TimeProvider time)
    {
        try
        {
            var options = new StorageResilienceOptions();
            var data = new StorageClients(StorageConnection.FromSettings(setting => configuration[setting], ConnectionNames.Data), options, time);
            var inbox = ConnectionNames.Effective(ConnectionNames.Inbox, configuration) == ConnectionNames.Data
                ? data
                : new StorageClients(StorageConnection.WithoutTables(setting => configuration[setting], ConnectionNames.Inbox), options, time);
            return Stores.OnAzure(data, inbox, options);
        }
        catch (ArgumentException wrong)
        {
            throw new SettingException(wrong.Message.Split(" (Parameter ", 2)[0]);
        }
    }

    /// <summary>Registers what checking a file needs: no storage, no network.</summary>
    public static IServiceCollection AddSscChecking(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = SettingsReader.Read(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Limits);
        services.AddSingleton(DocumentChecker.Create(settings.Checking));
        services.AddSingleton<WorkbookReader>();
        services.AddSingleton<WorkbookAnnotator>();
        services.AddSingleton<DocumentVerdicts>();
        services.AddSingleton<AnnotatedCopy>();
        services.AddSingleton(provider => new TemplateWorkbook(provider.GetRequiredService<DocumentChecker>()));
        services.AddSingleton(provider => new DictionaryPages(provider.GetRequiredService<DocumentChecker>()));
        services.AddSingleton(provider => new CheckWorkbooks(
            provider.GetRequiredService<DocumentVerdicts>(), provider.GetRequiredService<AnnotatedCopy>(), settings, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
