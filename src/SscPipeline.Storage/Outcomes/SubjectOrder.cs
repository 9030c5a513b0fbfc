using System.Runtime.CompilerServices;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Storage.Outcomes;

/// <summary>The order of subjects in keys that go on behind the subject: by subject and <c>~</c>, so that <c>S-10</c> comes before <c>S-1</c>.</summary>
internal static class SubjectOrder
{
    private const char End = '~';

    public static int Compare(string left, string right)
    {
        var same = left.AsSpan().CommonPrefixLength(right);
        return left.Length == right.Length && same == left.Length ? 0
            : (same == left.Length ? End : left[same]).CompareTo(same == right.Length ? End : right[same]);
    }

    /// <summary>From the order of keys that end with the subject, holding back only subjects that others begin with.</summary>
    public static async IAsyncEnumerable<(string Subject, OutcomeRow Row)> Sort(
        IAsyncEnumerable<(string Subject, OutcomeRow Row)> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var held = new Stack<(string Subject, OutcomeRow Row)>();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            while (held.TryPeek(out var before) && Compare(before.Subject, row.Subject) < 0)
            {
                yield return held.Pop();
            }

            held.Push(row);
        }

        while (held.TryPop(out var last))
        {
            yield return last;
        }
    }
}
