using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Sites;

internal static class CellPlace
{
    public static Markup Of(ReceiptIssue issue, SitePageTexts texts) => issue switch
    {
        { Sheet: null } => Markup.Of($"{texts.TheFile}"),
        { Cell: null } => Markup.Of($"<code><bdi>{issue.Sheet}</bdi></code>"),
        _ => Markup.Of($"<code><bdi>{issue.Sheet}</bdi>!{issue.Cell}</code>"),
    };
}
