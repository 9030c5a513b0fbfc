using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Outcomes;

/// <summary>Reads adverse events, facts and visits of several submissions side by side, so that of all rows only one subject's are in memory.</summary>
internal sealed class OutcomeSubjects(IEntityTable table, SiteCode site, IReadOnlyList<SubmissionId> submissions, SavedRows? saved)
{
    private static readonly ImmutableArray<RecordKind> ByKey = [RecordKind.AdverseEvent, RecordKind.Subject, RecordKind.Visit];

    public async IAsyncEnumerable<ImmutableArray<(SubmissionId Submission, OutcomeRow Row)>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sources = submissions.SelectMany(submission => Rows(submission, cancellationToken).Select(rows => (Submission: submission, Rows: rows))).ToArray();
        var next = new PriorityQueue<int, (string Subject, int Source)>(Comparer<(string Subject, int Source)>.Create((left, right) =>
            SubjectOrder.Compare(left.Subject, right.Subject) is not 0 and var order ? order : left.Source.CompareTo(right.Source)));
        var cursors = sources.Select(source => source.Rows.GetAsyncEnumerator(cancellationToken)).ToArray();
        try
        {
            for (var source = 0; source < cursors.Length; source++)
            {
                await AdvanceAsync(source);
            }

            var rows = ImmutableArray.CreateBuilder<(SubmissionId Submission, OutcomeRow Row)>();
            while (next.TryPeek(out _, out var first))
            {
                while (next.TryPeek(out var source, out var at) && at.Subject == first.Subject)
                {
                    rows.Add((sources[source].Submission, cursors[source].Current.Row));
                    next.Dequeue();
                    await AdvanceAsync(source);
                }

                yield return rows.DrainToImmutable();
            }
        }
        finally
        {
            foreach (var cursor in cursors)
            {
                await cursor.DisposeAsync();
            }
        }

        async Task AdvanceAsync(int source)
        {
            if (await cursors[source].MoveNextAsync())
            {
                next.Enqueue(source, (cursors[source].Current.Subject, source));
            }
        }
    }

    private IEnumerable<IAsyncEnumerable<(string Subject, OutcomeRow Row)>> Rows(SubmissionId submission, CancellationToken cancellationToken) =>
        saved?.Submission == submission ? [Saved(saved).ToAsyncEnumerable()] : ByKey.Select(kind => Rows(submission, kind, cancellationToken));

    private static IEnumerable<(string Subject, OutcomeRow Row)> Saved(SavedRows saved)
    {
        var places = new (string Key, string Subject)[saved.Rows.Count];
        for (var place = 0; place < places.Length; place++)
        {
            var key = TableKeys.Outcome(saved.Submission, saved.Rows[place]);
            places[place] = (key, TableKeys.SubjectPart(key));
        }

        var order = Enumerable.Range(0, places.Length).ToArray();
        Array.Sort(order, (left, right) => SubjectOrder.Compare(places[left].Subject, places[right].Subject) is not 0 and var subject
            ? subject
            : string.CompareOrdinal(places[left].Key, places[right].Key));
        return order.Select(place => (places[place].Subject, saved.Rows[place]));
    }

    private IAsyncEnumerable<(string Subject, OutcomeRow Row)> Rows(SubmissionId submission, RecordKind kind, CancellationToken cancellationToken)
    {
        var reader = new OutcomeReader();
        var rows = table.RangeAsync(site.Value, TableKeys.OutcomesOfKind(submission, kind), null, cancellationToken)
            .Select(entity => (TableKeys.SubjectPart(entity.RowKey), reader.Row(entity)));
        return kind == RecordKind.Subject ? SubjectOrder.Sort(rows, cancellationToken) : rows;
    }
}
