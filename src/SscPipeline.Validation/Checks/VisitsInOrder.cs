using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>The visits of each subject whose day is known, by day.</summary>
internal static class VisitsInOrder
{
    public static IReadOnlyList<ArraySegment<Record>> Of(DocumentView document) => document.VisitsInOrder ??= Sort(document.Visits);

    private static List<ArraySegment<Record>> Sort(IEnumerable<Record> visits)
    {
        var sorted = visits.Where(visit => visit.StudyDay is not null).ToArray();
        if (!AreInOrder(sorted))
        {
            sorted = [.. sorted.GroupBy(visit => visit.Subject, StringComparer.Ordinal).SelectMany(subject => subject.OrderBy(visit => visit.StudyDay))];
        }

        var bySubject = new List<ArraySegment<Record>>();
        for (var (first, next) = (0, 1); next <= sorted.Length; next++)
        {
            if (next == sorted.Length || sorted[next].Subject != sorted[first].Subject)
            {
                bySubject.Add(new ArraySegment<Record>(sorted, first, next - first));
                first = next;
            }
        }

        return bySubject;
    }

    /// <summary>As most sites write them; putting them in order would take as much memory as a large document itself.</summary>
    private static bool AreInOrder(Record[] visits)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < visits.Length; i++)
        {
            var continues = i > 0 && visits[i].Subject == visits[i - 1].Subject;
            if (continues ? visits[i].StudyDay < visits[i - 1].StudyDay : !seen.Add(visits[i].Subject))
            {
                return false;
            }
        }

        return true;
    }
}
