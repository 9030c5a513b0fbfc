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

    /// <summary>The other documents' rows about subjects of this one; of a subject that no other document names, only what is watched
    /// from visit to visit. Some subjects at a time, each with all of its rows.</summary>
    public static IEnumerable<SiteData> Join(SiteContext context, string document, NormalisedRows rows)
    {
        var others = context.Others
            .Select(other => (Document: other, Rows: other.Rows.ToLookup(row => row.Subject, StringComparer.Ordinal)))
            .ToList();
        foreach (var subjects in Enumerable.Range(0, rows.Count).GroupBy(rows.SubjectOf, StringComparer.Ordinal).Chunk(SubjectsAtOnce))
        {
            var theirs = others.Select(other => other.Document with { Rows = [.. subjects.SelectMany(subject => other.Rows[subject.Key])] });
            var ours = subjects.SelectMany(subject => others.Exists(other => other.Rows.Contains(subject.Key))
                ? subject.Select(row => rows[row])
                : subject.Select(row => Slim(rows, row)));
            yield return SiteData.Join(context.Site, theirs.Append(new SiteDocument(document, SiteView.Current, [.. ours])));
        }
    }

    private static OutcomeRow Slim(NormalisedRows rows, int index) => rows.KindOf(index) switch
    {
        RecordKind.Visit => rows.Slim(index, Watched.Contains),
        RecordKind.AdverseEvent => rows.Slim(index, _ => false),
        _ => rows[index],
    };
}
