using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Validation.Tables;

/// <summary>Joins a document with the site's others, and no more of them than the checks look at: joining everything costs more than all
/// checks.</summary>
internal static class SiteRows
{
    private static readonly string[] Watched = [Variables.MrssTotal, Variables.WeightKg, Variables.HeightCm, Variables.Albumin, Variables.Tpn];

    /// <summary>What the other documents say about subjects as such.</summary>
    public static SiteData Facts(SiteContext context) =>
        SiteData.Join(context.Site, context.Others.Select(document => document with { Rows = [.. document.Rows.Where(row => row.Kind == RecordKind.Subject)] }));

    /// <summary>The other documents' rows about subjects of this one; of a subject that no other document names, only what is watched
    /// from visit to visit.</summary>
    public static SiteData Join(SiteContext context, string document, ImmutableArray<OutcomeRow> rows)
    {
        var subjects = rows.Select(row => row.Subject).ToHashSet(StringComparer.Ordinal);
        var others = context.Others.Select(other => other with { Rows = [.. other.Rows.Where(row => subjects.Contains(row.Subject))] }).ToList();
        var shared = others.SelectMany(other => other.Rows).Select(row => row.Subject).ToHashSet(StringComparer.Ordinal);
        var ours = new SiteDocument(document, SiteView.Current, [.. rows.Select(row => shared.Contains(row.Subject) ? row : Slim(row))]);
        return SiteData.Join(context.Site, others.Append(ours));
    }

    private static OutcomeRow Slim(OutcomeRow row) => row.Kind switch
    {
        RecordKind.Visit => row with { Outcomes = row.Outcomes.RemoveAll(outcome => !Watched.Contains(outcome.Variable)) },
        RecordKind.AdverseEvent => row with { Outcomes = [] },
        _ => row,
    };
}
