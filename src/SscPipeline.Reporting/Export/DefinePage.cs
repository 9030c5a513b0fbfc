using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Reporting.Html;

namespace SscPipeline.Reporting.Export;

/// <summary><c>define.html</c>: the description to read. Every dataset and every column has an anchor: <c>#RE</c>, <c>#RE.RETESTCD</c>.</summary>
internal static class DefinePage
{
    public static ReportFile Write(DefineDocument define) => new("define.html", "text/html; charset=utf-8", Page.Write($"{define.Study}: exported data", Markup.Of($"""
        <header>
        <h1>{define.Study}: exported data</h1>
        <p class="meta">{Moment(define.AsOf)} Dictionary {define.DictionaryVersion}. Recomputed with {string.Join(", ", define.ReferenceSets.Values)}.</p>
        </header>
        <nav aria-label="Sections"><ul>
        <li><a href="#datasets">Datasets</a></li><li><a href="#tests">Tests</a></li><li><a href="#terms">Controlled terms</a></li><li><a href="#tidy">Tidy files</a></li>
        <li><a href="#format">How to read the files</a></li><li><a href="#needed">What a submission still needs</a></li>
        </ul></nav>
        <main>
        <p>The data are in the form of CDISC SDTM, for people who know it and programs that read it. They are <strong>not a submission</strong>: <a href="#needed">what is missing</a> is listed at the end.</p>
        <h2 id="datasets">Datasets</h2>
        {Overview(define)}
        {define.Datasets.Select(Dataset)}
        <h2 id="tests">Tests</h2>
        {Tests(define)}
        <h2 id="terms">Controlled terms</h2>
        {Terms(define)}
        <h2 id="tidy">Tidy files</h2>
        <p>The pipeline's own form: one row a value with its cell, subjects and adverse events as tables.</p>
        {define.TidyFiles.Select(TidyFile)}
        {OnlyTidy(define)}
        <h2 id="format">How to read the files</h2>
        {List(define.Format)}
        <h2 id="needed">What a submission still needs</h2>
        {List(define.StillNeeded)}
        </main>

        """)));

    private static string Moment(DateTimeOffset? asOf) => asOf is { } moment
        ? string.Create(CultureInfo.InvariantCulture, $"As known at {moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.")
        : "What was current when it was made.";

    private static Markup Overview(DefineDocument define)
    {
        var table = new HtmlTable("Datasets", "Dataset", "File", "Label", "Class", "Rows", "Subjects", "Keys", "Note") { TextColumns = [1, 2, 3, 6, 7] };
        foreach (var dataset in define.Datasets)
        {
            table.Add(
            [
                Markup.Of($"<a href=\"#{dataset.Name}\">{dataset.Name}</a>"), Markup.Of($"<code>{dataset.File}</code>"), Markup.Of($"{dataset.Label}"), Markup.Of($"{dataset.Class}"),
                Markup.Of($"{dataset.Rows}"), Markup.Of($"{dataset.Subjects}"), Markup.Of($"{string.Join(", ", dataset.Keys)}"), Markup.Of($"{dataset.Note}"),
            ]);
        }

        return table.ToMarkup();
    }

    private static Markup Dataset(DefinedDataset dataset)
    {
        var table = new HtmlTable($"{dataset.Name}, {dataset.Structure}", "Variable", "Label", "Type", "Unit", "Terms", "Origin and method") { TextColumns = [1, 2, 3, 4, 5] };
        foreach (var column in dataset.Columns)
        {
            table.Add(
            [
                Markup.Of($"<span id=\"{dataset.Name}.{column.Name}\">{column.Name}</span>"), Markup.Of($"{column.Label}"), Markup.Of($"{column.Type}, {column.Core}"),
                Markup.Of($"{column.Unit}"), Markup.Of($"{column.Terms}"), Origin(column),
            ]);
        }

        return Markup.Of($"""
            <section>
            <h3 id="{dataset.Name}">{dataset.Name}: {dataset.Label}</h3>
            {table.ToMarkup()}</section>

            """);
    }

    private static Markup Origin(ColumnDefinition column) => Markup.Of(
        $"{column.Origin}{(column.Source.Length > 0 ? $" from {column.Source}" : "")}.{(column.Method.Length > 0 ? $" {column.Method}." : "")}");

    private static Markup Tests(DefineDocument define)
    {
        var table = new HtmlTable("Tests", "Code", "Name", "Dataset", "Variable in outcomes.csv", "Unit", "Origin", "Method") { TextColumns = [1, 2, 3, 4, 5, 6] };
        foreach (var test in define.Tests)
        {
            table.Add(test.Code, test.Name, test.Dataset, test.Variable, test.Unit, test.Origin, test.Method);
        }

        return table.ToMarkup();
    }

    private static Markup Terms(DefineDocument define)
    {
        var table = new HtmlTable("Controlled terms", "Term", "List", "In the tidy files", "Note") { TextColumns = [1, 2, 3] };
        foreach (var term in define.Terms)
        {
            table.Add(term.Term, term.List, term.Code, term.Note);
        }

        return table.ToMarkup();
    }

    private static Markup TidyFile(DefinedTidyFile file)
    {
        var table = new HtmlTable(file.File, "Column", "Label", "Unit") { TextColumns = [1, 2] };
        foreach (var column in file.Columns)
        {
            table.Add(column.Name, column.Label, column.Unit);
        }

        return table.ToMarkup();
    }

    private static Markup OnlyTidy(DefineDocument define) => define.OnlyTidy.IsEmpty ? Markup.Empty : Markup.Of($"""
        <p>Only in the tidy files: {string.Join(", ", define.OnlyTidy.Select(variable => $"{variable.Label} ({variable.Name})"))}.</p>

        """);

    private static Markup List(ImmutableArray<string> texts) => Markup.Of($"<ul>{texts.Select(text => Markup.Of($"<li>{text}</li>\n"))}</ul>\n");
}
