using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SscPipeline.Workflows.Diagnosing;

/// <summary>Examines a configuration from its settings to the work that is done on it. Everything that can be looked at is, whatever else is wrong.</summary>
public static class Doctor
{
    public static async Task<ImmutableArray<Diagnosis>> ExamineAsync(IConfiguration configuration, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = SettingsExam.Examine(configuration, time.GetUtcNow()).ToImmutableArray();
        var storage = await new StorageExam(configuration, time).ExamineAsync(cancellationToken);
        return [.. settings, .. storage, .. await StudyAsync(configuration, time, storage, cancellationToken)];
    }

    /// <summary>The ledger can be asked only where storage answers.</summary>
    private static async Task<IEnumerable<Diagnosis>> StudyAsync(
        IConfiguration configuration, TimeProvider time, ImmutableArray<Diagnosis> storage, CancellationToken cancellationToken)
    {
        if (SettingsCheck.Problems(configuration).Length > 0 || storage.Any(one => !one.IsWell && one.Check is not ("clock" or "host-storage")))
        {
            return [];
        }

        await using var services = new ServiceCollection().AddSingleton(time).AddSscPipeline(configuration).BuildServiceProvider();
        return await new StudyExam(services, time).ExamineAsync(cancellationToken);
    }
}
