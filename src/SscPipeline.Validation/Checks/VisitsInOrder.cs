using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>The visits of each subject whose day is known, by day.</summary>
internal static class VisitsInOrder
{
    public static IEnumerable<IReadOnlyList<Record>> Of(DocumentView document) =>
        document.Visits
            .Where(visit => visit.StudyDay is not null)
            .GroupBy(visit => visit.Subject, StringComparer.Ordinal)
            .Select(subject => subject.OrderBy(visit => visit.StudyDay).ToList());
}
