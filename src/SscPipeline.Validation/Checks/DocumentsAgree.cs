using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-401: two documents of a site say the same about a subject, visit day and variable.</summary>
internal sealed class DocumentsAgree : ISiteCheck
{
    public string Id => "SSC-401";

    public void Run(SiteView site, FindingLog log)
    {
        log.Examine(Id, site.Data.Subjects.Length);
        foreach (var conflict in site.Data.Conflicts)
        {
            if (SiteView.IsOurs(conflict.Kept) && !SiteView.IsOurs(conflict.Dropped) && conflict.Variable is not (Variables.VisitLabel or Variables.SiteId or "comment"))
            {
                var (here, there) = (conflict.Kept.Outcome, conflict.Dropped.Outcome);
                var place = $"{conflict.Dropped.Source.Sheet}, {there.Cell ?? $"row {Shown.Of(conflict.Dropped.Source.Row)}"}";
                log.Add(site.At(
                    Id, conflict.Subject, conflict.Kept,
                    ("value", here.Sent ?? here.Value.ToString()), ("other", there.Sent ?? there.Value.ToString()), ("document", conflict.Dropped.Source.Document), ("place", place)));
            }
        }
    }
}
