using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Storage;
using SscPipeline.Storage.Outcomes;
using SscPipeline.Storage.Resilience;

namespace SscPipeline.Benchmarks;

/// <summary>Storing what a file of 20,000 rows says, against bodies of the same transactions that were made before and are only posted.</summary>
/// <remarks>Both sides write the same entities in the same batches, the row of each transaction's lane with them, to the same Azurite, as many at once. Ours
/// also makes the entities, writes them as JSON, signs, reads each answer and goes on from the ETag of its lane.</remarks>
internal static class StoreBenchmark
{
    /// <summary>2,222, unless the environment variable <c>SSC_SUBJECTS</c> asks for a smaller file to look at.</summary>
    private static readonly int Subjects = int.Parse(Environment.GetEnvironmentVariable("SSC_SUBJECTS") ?? "2222", CultureInfo.InvariantCulture);
    private const int Visits = 8;

    private static int version;

    public static Measurement Run(string folder) => RunAsync().GetAwaiter().GetResult();

    private static async Task<Measurement> RunAsync()
    {
        await using var study = await BenchmarkStudy.StartAsync();
        var seed = new StudySeed(1, Subjects, Visits);
        var prepared = await PrepareAsync(study, seed);
        var inFlight = new StorageResilienceOptions().BatchesInFlight;
        using var raw = new RawTransactions(study.ConnectionString);
        // What the rows say is there before both sides begin.
        var rows = seed.Rows(0, 0);

        await SaveAsync(study, rows);
        await raw.PostAsync(Fresh(prepared), inFlight);
        var (ours, theirs) = Rounds.Measure(
            () => Spent.SecondsOf(() => SaveAsync(study, rows)),
            () =>
            {
                var bodies = Fresh(prepared);
                return Spent.SecondsOf(() => raw.PostAsync(bodies, inFlight));
            });
        return new Measurement("store", FormattableString.Invariant($"store {Subjects * (Visits + 1):N0} rows x 34 columns"), "same transactions, prebuilt and posted", "s", ours, theirs, Must: 1.3, Aim: 1.05);
    }

    private static async Task SaveAsync(BenchmarkStudy study, ImmutableArray<OutcomeRow> rows)
    {
        if (!await study.Stores.Outcomes.SaveAsync(StudySeed.Site(0), StudySeed.Submission(++version), rows, attempt: 1, isRepeat: false, CancellationToken.None))
        {
            throw new InvalidOperationException("Somebody else wrote the same rows.");
        }
    }

    /// <summary>Bodies as the product's own table client writes them, with each lane's row as an upsert.</summary>
    private static async Task<List<byte[]>> PrepareAsync(BenchmarkStudy study, StudySeed seed)
    {
        var transport = new CountingTransport { Batches = new ConcurrentQueue<byte[]>() };
        var table = new TableServiceClient(study.ConnectionString, new TableClientOptions { Transport = transport }).GetTableClient(StorageNames.Outcomes);
        var entities = seed.Rows(0, 0).Select(row => OutcomeEntity.Of(StudySeed.Site(0), StudySeed.Submission(0), row)).OrderBy(entity => entity.RowKey, StringComparer.Ordinal);
        foreach (var (number, batch) in entities.Chunk(99).Index())
        {
            var lane = new TableEntity(StudySeed.Site(0).Value, $"{StudySeed.Submission(0).Value}~L~{number % 4}") { ["Attempt"] = 1, ["Batch"] = number };
            await table.SubmitTransactionAsync([.. batch.Prepend(lane).Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity))]);
        }

        return [.. transport.Batches];
    }

    /// <summary>The same rows under another submission's id, which has as many letters.</summary>
    private static List<byte[]> Fresh(List<byte[]> prepared)
    {
        var (from, to) = (Encoding.ASCII.GetBytes(StudySeed.Submission(0).Value), Encoding.ASCII.GetBytes(StudySeed.Submission(++version).Value));
        return [.. prepared.Select(body => Replaced(body, from, to))];
    }

    private static byte[] Replaced(byte[] body, byte[] from, byte[] to)
    {
        var copy = (byte[])body.Clone();
        for (var at = copy.AsSpan().IndexOf(from); at >= 0;)
        {
            to.CopyTo(copy, at);
            var next = copy.AsSpan(at + to.Length).IndexOf(from);
            at = next < 0 ? -1 : at + to.Length + next;
        }

        return copy;
    }
}
