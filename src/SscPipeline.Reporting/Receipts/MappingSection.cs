using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary>For columns whose headings nearly match: what the data manager can add to the site's mapping.</summary>
internal static class MappingSection
{
    public static Markup Write(Receipt receipt)
    {
        if (receipt.ProposedMapping.IsEmpty)
        {
            return Markup.Empty;
        }

        var table = new HtmlTable("Lines for the site's mapping of headings", "Your heading", "Read as") { TextColumns = [0, 1] };
        foreach (var proposal in receipt.ProposedMapping)
        {
            table.Add(proposal.Header, proposal.Canonical);
        }

        return Markup.Of($"""
            <section>
            <h2>To have these columns read without changing your file</h2>
            {table.ToMarkup()}<p class="note">If these guesses are right, ask the data manager to add them to the mapping of your site (ssc map); they hold for files sent from then on.</p>
            </section>

            """);
    }
}
