using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Receipts;

/// <summary>Which columns were sent in another unit than the one in which values are kept, and what was done to their numbers.</summary>
internal static class UnitSection
{
    public static Markup Write(ReceiptPage page)
    {
        if (page.Receipt.Conversions.IsEmpty)
        {
            return Markup.Empty;
        }

        var texts = page.Texts;
        var table = new HtmlTable(
            texts["units.caption"], texts["column.place"], texts["column.heading"], texts["column.readas"], texts["column.from"], texts["column.to"],
            texts["column.formula"], texts["column.values"])
        { TextColumns = [1, 2, 3, 4, 5] };
        foreach (var column in page.Receipt.Conversions)
        {
            var unit = page.Guide.Variables.TryGetValue(column.Variable, out var known) && known.Unit.Length > 0 ? known.Unit : column.To;
            table.Add([
                Markup.Of($"<code><bdi>{SheetName.Quoted(column.Sheet)}</bdi>!{column.Column}</code>"), Markup.Of($"<bdi>{column.Heading}</bdi>"),
                Markup.Of($"{page.Guide.Label(column.Variable)}"), Markup.Of($"{column.From}"), Markup.Of($"{unit}"), Markup.Of($"{column.Formula}"),
                Markup.Of($"{column.Count}")]);
        }

        return Markup.Of($"""
            <section>
            <h2>{texts["units"]}</h2>
            {table.ToMarkup()}</section>

            """);
    }
}
