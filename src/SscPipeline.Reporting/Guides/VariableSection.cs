using SscPipeline.Domain.Guides;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Guides;

/// <summary>All variables in a table, then each with everything about it.</summary>
internal static class VariableSection
{
    public static Markup Write(DictionaryGuide guide, GuideWords words)
    {
        var table = new HtmlTable(words.Variables, words.Variable, words.Name, words.Unit, words.Possible, words.Usual, words.Tables) { TextColumns = [1, 2, 5] };
        foreach (var variable in guide.Variables)
        {
            table.Add(
            [
                Markup.Of($"<a href=\"#{variable.Name}\">{variable.Label}</a>"), Markup.Of($"<code>{variable.Name}</code>"), Markup.Of($"{variable.Unit}"),
                Markup.Of($"{words.Range(variable.Possible)}"), Markup.Of($"{words.Range(variable.Usual)}"), Markup.Of($"{words.TablesOf(variable)}"),
            ]);
        }

        return Markup.Of($"""
            <h2 id="variables">{words.Variables}</h2>
            {table.ToMarkup()}
            {guide.Variables.Select(variable => Entry(variable, words))}
            """);
    }

    private static Markup Entry(GuideVariable variable, GuideWords words) => Markup.Of($"""
        <section>
        <h3 id="{variable.Name}">{variable.Label} <span class="id">{variable.Name}</span></h3>
        {GuideFacts.Of(Facts(variable, words))}
        {Spellings(variable, words)}{Headings(variable, words)}</section>

        """);

    private static IEnumerable<(string Name, Markup Value)> Facts(GuideVariable variable, GuideWords words) =>
    [
        (words.Type, Markup.Of($"{words.TypeOf(variable)}{(variable.IsRequired ? $", {words.Required}" : "")}{Computed(variable, words)}")),
        (words.Unit, Markup.Of($"{variable.Unit}")),
        (words.Possible, Markup.Of($"{words.Range(variable.Possible)}")),
        (words.Usual, Markup.Of($"{words.Range(variable.Usual)}")),
        (words.Codes, Markup.Of($"{string.Join(", ", variable.Codes.Select(code => code.Code))}")),
        (words.Tables, Markup.Of($"{words.TablesOf(variable)}")),
        (words.Note, Markup.Of($"{variable.Note}")),
        (words.Source, SourceLinks.Of(variable.Source)),
    ];

    private static string Computed(GuideVariable variable, GuideWords words) => variable.Derived switch
    {
        "yes" => $", {words.Derived}",
        "no" => "",
        _ => $", {words.DerivedWhenAbsent}",
    };

    private static Markup Spellings(GuideVariable variable, GuideWords words) => variable.Codes.IsEmpty ? Markup.Empty : Markup.Of($"""
        <details><summary>{words.Spellings} ({variable.Codes.Sum(code => code.Spellings.Length)})</summary>
        <ul>{variable.Codes.Select(code => Markup.Of($"<li><strong>{code.Code}</strong>: {string.Join(" · ", code.Spellings)}</li>\n"))}</ul></details>

        """);

    private static Markup Headings(GuideVariable variable, GuideWords words) => variable.Headings.IsEmpty ? Markup.Empty : Markup.Of($"""
        <details><summary>{words.Headings} ({variable.Headings.Length})</summary>
        <p>{string.Join(" · ", variable.Headings)}</p></details>

        """);
}
