using System.Collections.Frozen;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Validation.Normalising;

namespace SscPipeline.Validation.Tables;

/// <summary>Joins a document with the site's others, and no more of them than the checks look at: joining everything costs more than all
/// checks.</summary>
internal static class SiteRows
{
    /// <summary>Read together they take little memory, and the joining has little to begin anew.</summary>
    private const int SubjectsAtOnce = 250;

    private static readonly FrozenSet<string> Watched = [Variables.MrssTotal, Variables.WeightKg, Variables.HeightCm, Variables.Albumin, Variables.Tpn];

    /// <summary>What the other documents say about subjects as such.</summary>
    public static SiteData Facts(SiteContext context) =>
        SiteData.Join(context.Site, context.Others.Select(document => document with { Rows = [.. document.Rows.Where(row => row.Kind == RecordKind.Subject)] }));

    /// <summary>This document's subjects, with what the site's others say of them; of a subject that no other document names, only what is
    /// watched from visit to visit. Some subjects at a time, each with all of its rows.</summary>
    public static IEnumerable<SiteView> Join(
        SiteContext context, string document, NormalisedRows rows, Withholding withheld, IReadOnlyDictionary<string, int> sheets)
    {
        var others = context.Others
            .Select(other => (Document: other, Rows: other.Rows.ToLookup(row => row.Subject, StringComparer.Ordinal)))
            .ToList();
        foreach (var subjects in Enumerable.Range(0, rows.Count).GroupBy(rows.SubjectOf, StringComparer.Ordinal).Chunk(SubjectsAtOnce))
        {
            var (own, joined) = (new List<OwnCourses>(), new List<IGrouping<string, int>>());
            foreach (var subject in subjects)
            {
                if (!IsElsewhere(subject.Key) && OwnCourses.TryRead(subject.Key, rows, subject, withheld) is { } courses)
                {
                    own.Add(courses);
                }
                else
                {
                    joined.Add(subject);
                }
            }

            var theirs = others.Select(other => other.Document with { Rows = [.. joined.SelectMany(subject => other.Rows[subject.Key])] });
            var ours = joined.SelectMany(subject => IsElsewhere(subject.Key) ? subject.Select(row => rows[row]) : subject.Select(row => Slim(rows, row)));
            yield return new SiteView(SiteData.Join(context.Site, theirs.Append(new SiteDocument(document, SiteView.Current, [.. ours]))), own, sheets);
        }

        bool IsElsewhere(string subject) => others.Exists(other => other.Rows.Contains(subject));
    }

    private static OutcomeRow Slim(NormalisedRows rows, int index) => rows.KindOf(index) switch
    {
        RecordKind.Visit => rows.Slim(index, Watched.Contains),
        RecordKind.AdverseEvent => rows.Slim(index, _ => false),
        _ => rows[index],
    };
}
