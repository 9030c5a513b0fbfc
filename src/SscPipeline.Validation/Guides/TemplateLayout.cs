using System.Collections.Immutable;
using SscPipeline.Domain;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Guides;

/// <summary>Which columns the template has, in which order and groups (template.csv). A line without a variable begins a group.</summary>
internal sealed class TemplateLayout
{
    public TemplateLayout(CsvTable layout, DataDictionary dictionary)
    {
        var groups = new List<(RecordKind Kind, string English, string Chinese, List<Column> Columns)>();
        foreach (var line in layout.Lines)
        {
            var kind = DataDictionary.Kind(line, line["table"]);
            if (line["variable"].Length == 0)
            {
                groups.Add((kind, line["en"], line["zh"], []));
            }
            else if (groups.Count == 0 || groups[^1].Kind != kind)
            {
                throw line.Broken("a column stands before the first group of its table");
            }
            else
            {
                groups[^1].Columns.Add(Read(line, kind, dictionary));
            }
        }

        Groups = [.. groups.Select(group => new Group(group.Kind, group.English, group.Chinese, [.. group.Columns]))];
    }

    public ImmutableArray<Group> Groups { get; }

    private static Column Read(CsvLine line, RecordKind kind, DataDictionary dictionary)
    {
        var variable = dictionary.Find(line["variable"]) ?? throw line.Broken($"there is no variable '{line["variable"]}'");
        return variable.Tables.Contains(kind)
            ? new Column(variable, line["en"], line["zh"])
            : throw line.Broken($"'{variable.Name}' does not belong in this table");
    }

    private static string In(Language language, string english, string chinese) => language == Language.Chinese ? chinese : english;

    internal sealed record Group(RecordKind Kind, string English, string Chinese, ImmutableArray<Column> Columns)
    {
        public string TitleIn(Language language) => In(language, English, Chinese);
    }

    internal sealed record Column(Variable Variable, string English, string Chinese)
    {
        public string HeadingIn(Language language) => In(language, English, Chinese);
    }
}
