using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary>For columns whose headings nearly match: what the data manager can add to the site's mapping.</summary>
internal static class MappingSection
{
    public static Markup Write(ReceiptPage page)
    {
        if (page.Receipt.ProposedMapping.IsEmpty)
        {
            return Markup.Empty;
        }

        var table = new HtmlTable(page.Texts["mapping.caption"], page.Texts["column.heading"], page.Texts["column.readas"]) { TextColumns = [0, 1] };
        foreach (var proposal in page.Receipt.ProposedMapping)
        {
            table.Add([
                Markup.Of($"<bdi>{proposal.Header}</bdi>"),
                Markup.Of($"{page.Guide.Label(proposal.Canonical)} <code>{proposal.Canonical}</code>")]);
        }

        return Markup.Of($"""
            <section>
            <h2>{page.Texts["mapping"]}</h2>
            {table.ToMarkup()}<p class="note">{page.Texts["mapping.note"]}</p>
            </section>

            """);
    }
}
