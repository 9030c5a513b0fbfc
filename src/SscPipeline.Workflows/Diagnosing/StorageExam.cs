using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using SscPipeline.Storage.Connection;
using SscPipeline.Storage.Probing;
using SscPipeline.Storage.Resilience;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Diagnosing;

/// <summary>Is every account named, reachable and open to us, does it hold what it should, and does its clock agree?</summary>
internal sealed class StorageExam(IConfiguration configuration, TimeProvider time)
{
    private const string Example = "UseDevelopmentStorage=true";

    /// <summary>Beyond a quarter of an hour the service refuses every signature; a third of that is time to do something about it.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    public async Task<ImmutableArray<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<Diagnosis>();
        var hasInbox = ConnectionNames.Effective(ConnectionNames.Inbox, configuration) == ConnectionNames.Inbox && !IsSame(ConnectionNames.Inbox, ConnectionNames.Data);
        found.AddRange(await AccountAsync(ConnectionNames.Data, hasInbox ? ProbePlan.Data : ProbePlan.Everything, hasTables: true, cancellationToken));
        if (hasInbox)
        {
            found.AddRange(await AccountAsync(ConnectionNames.Inbox, ProbePlan.Inbox, hasTables: false, cancellationToken));
        }

        found.Add(configuration.GetSection(ConnectionNames.Host).Exists()
            ? Diagnosis.Well("host-storage", ConnectionNames.Host, "The storage of the host is named.")
            : new Diagnosis(
                "host-storage", ConnectionNames.Host, "The host has no storage for schedules and leases.",
                $"Set {ConnectionNames.Host}; it may have the value of {ConnectionNames.Data}."));
        return found.ToImmutable();
    }

    private async Task<IEnumerable<Diagnosis>> AccountAsync(string name, ProbePlan plan, bool hasTables, CancellationToken cancellationToken)
    {
        if (!configuration.GetSection(name).Exists())
        {
            return [new Diagnosis(
                "storage-not-named", name, $"{name} is not set, so nothing says where the study's storage is.",
                $"Set {name} in local.settings.json or the environment, such as {name}={Example}, or give --connection.")];
        }

        AccountFacts facts;
        try
        {
            facts = await AccountProbe.RunAsync(Connection(name, hasTables), plan, time, cancellationToken);
        }
        catch (ArgumentException wrong)
        {
            return [Wrong(name, hasTables, wrong)];
        }

        return [.. Clock(name, facts.ClockAhead), .. Places(name, facts)];
    }

    private StorageConnection Connection(string name, bool hasTables) => hasTables
        ? StorageConnection.FromSettings(setting => configuration[setting], name)
        : StorageConnection.WithoutTables(setting => configuration[setting], name);

    /// <summary>What is said to be no connection may lack the address of the tables only.</summary>
    private Diagnosis Wrong(string name, bool hasTables, ArgumentException wrong)
    {
        try
        {
            if (hasTables)
            {
                _ = new StorageClients(Connection(name, hasTables: false), new StorageResilienceOptions(), time);
                return new Diagnosis(
                    "no-table-endpoint", name, $"{name} has addresses of blobs and queues, and none of tables.",
                    $"Add TableEndpoint to the connection string, or set {name}__tableServiceUri; take an account that has tables (a premium blob account has none).");
            }
        }
        catch (ArgumentException alsoWithoutTables)
        {
            wrong = alsoWithoutTables;
        }

        return new Diagnosis("connection", name, wrong.Message.Split(" (Parameter ", 2)[0], $"Set {name} to a connection string, or its addresses to those of the account; see local.settings.sample.json.");
    }

    private static IEnumerable<Diagnosis> Clock(string name, TimeSpan? ahead)
    {
        if (ahead is { } skew)
        {
            var words = string.Create(
                CultureInfo.InvariantCulture, $"This machine's clock is {Math.Abs(skew.TotalMinutes):0.#} minutes {(skew < TimeSpan.Zero ? "behind" : "ahead of")} that of the account.");
            yield return skew.Duration() > MostSkew
                ? new Diagnosis("clock", name, words, "Set the clock by the network (timedatectl set-ntp true): beyond a quarter of an hour every signature is refused, and submission ids come from these times.")
                : Diagnosis.Well("clock", name, "The clocks of machine and account agree.");
        }
    }

    private static IEnumerable<Diagnosis> Places(string name, AccountFacts facts) => facts.IsWell
        ? [Diagnosis.Well("storage", name, $"{facts.Results.Select(result => (result.Service, result.Place)).Distinct().Count()} containers, queues and tables are there, and can be read and written.")]
        : facts.Results.Where(result => result.Fault != ProbeFault.None).Select(result => StorageWords.Of(name, result));

    private bool IsSame(string one, string other) => configuration[one] is { Length: > 0 } text && text == configuration[other];
}
