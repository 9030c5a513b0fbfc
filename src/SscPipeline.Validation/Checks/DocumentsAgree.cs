using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-401: two documents of a site say the same about a subject, visit day and variable.</summary>
internal sealed class DocumentsAgree : ISiteCheck
{
    public string Id => Disagreement.Id;

    public void Run(SiteView site, FindingLog log)
    {
        log.Examine(Id, site.Subjects);
        foreach (var conflict in site.Conflicts.Where(Disagreement.Matters))
        {
            if (SiteView.IsOurs(conflict.Kept) && !SiteView.IsOurs(conflict.Dropped))
            {
                log.Add(Disagreement.Found(site, conflict.Subject, conflict.Kept, conflict.Dropped));
            }
        }
    }
}
