using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tests;

/// <summary>One example of a check: <c>name.csv</c> is the sheet "table", <c>name.subjects.csv</c> a sheet of that name, and
/// <c>name.other.csv</c> another current document of the site. Lines at the top of the first file that begin with # say what a CSV cannot:
/// <c># fault: Damaged, why</c>, <c># remark: EncodingAssumed, GB18030</c>, <c># format: yyyy-mm-dd, C2</c>, <c># text: where, what</c>,
/// <c># subject pattern: S\d</c>, <c># template: current en</c> or another mark, <c># mapping: canonical,header</c>, <c># sheet: its name</c>.</summary>
internal sealed record CaseFile(string Check, string Name)
{
    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "Cases");

    private string Folder => Path.Combine(Root, Check);

    public static IEnumerable<CaseFile> All() =>
        from folder in Directory.GetDirectories(Root)
        from file in Directory.GetFiles(folder, "*.csv")
        let name = Path.GetFileNameWithoutExtension(file)
        where !name.Contains('.', StringComparison.Ordinal)
        orderby folder, name
        select new CaseFile(Path.GetFileName(folder), name);

    public CheckedDocument Run()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, $"{Name}.csv"));
        var directives = lines.TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal)).Select(Directive).ToDictionary(StringComparer.Ordinal);
        var table = Examples.Sheet(directives.GetValueOrDefault("sheet", "table"), string.Join('\n', lines.Skip(directives.Count)));
        if (directives.TryGetValue("format", out var format))
        {
            table = Formatted(table, format);
        }

        var workbook = directives.TryGetValue("fault", out var fault)
            ? WorkbookReading.Of(new WorkbookFault(Enum.Parse<WorkbookFaultKind>(Split(fault)[0]), Split(fault)[1]))
            : WorkbookReading.Of(new Workbook(WorkbookFormat.Csv, [table, .. Sheets()])
            {
                Remarks = [.. Remarks(directives.GetValueOrDefault("remark"))],
                Template = directives.TryGetValue("template", out var mark) ? Mark(mark) : null,
                Texts = directives.TryGetValue("text", out var text) ? [new WorkbookText(Split(text)[0], Split(text)[1])] : [],
            });
        return Examples.Check(
            new CheckingOptions { SubjectPattern = directives.GetValueOrDefault("subject pattern") }, Context(), workbook, directives.GetValueOrDefault("mapping"));
    }

    /// <summary>"table!C2 SSC-021" for each issue that the case must have.</summary>
    public IEnumerable<string> Expected() => File.ReadLines(Path.Combine(Folder, $"{Name}.expected.csv"))
        .Skip(1)
        .Select(line => line.Split(','))
        .Select(cells => $"{cells[0]}!{cells[1]} {cells[2]}");

    private IEnumerable<Sheet> Sheets() =>
        from file in Directory.GetFiles(Folder, $"{Name}.*.csv").Order(StringComparer.Ordinal)
        let sheet = Path.GetFileNameWithoutExtension(file)[(Name.Length + 1)..]
        where sheet is not ("expected" or "other")
        select Examples.Sheet(sheet, File.ReadAllText(file));

    private SiteContext Context()
    {
        var other = Path.Combine(Folder, $"{Name}.other.csv");
        return File.Exists(other)
            ? Examples.Alone with { Others = [Examples.Document("other.csv", "20260101T000000000Z", [.. Examples.Check(File.ReadAllText(other)).Rows])] }
            : Examples.Alone;
    }

    private static Sheet Formatted(Sheet sheet, string directive)
    {
        var address = CellAddress.TryParse(Split(directive)[1])!.Value;
        return sheet with
        {
            Rows = [.. sheet.Rows.Select(row => row.Number != address.Row ? row : new SheetRow(
                row.Number,
                row.Cells.Select(cell => cell.Column != address.Column ? cell : Cell.OfNumber(cell.Column, double.Parse(cell.Text!, System.Globalization.CultureInfo.InvariantCulture), new NumberFormat(Split(directive)[0])))))],
        };
    }

    private static string Mark(string directive) =>
        directive.StartsWith("current ", StringComparison.Ordinal) ? Examples.Checker.Template(LanguageCode.TryParse(directive["current ".Length..])!.Value).Mark : directive;

    private static IEnumerable<WorkbookRemark> Remarks(string? directive) =>
        directive is null ? [] : [new WorkbookRemark(Enum.Parse<WorkbookRemarkKind>(Split(directive)[0]), Split(directive)[1])];

    private static KeyValuePair<string, string> Directive(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return KeyValuePair.Create(line[2..colon], line[(colon + 2)..]);
    }

    private static string[] Split(string text) => text.Split(", ", 2);

    public override string ToString() => $"{Check}/{Name}";
}
