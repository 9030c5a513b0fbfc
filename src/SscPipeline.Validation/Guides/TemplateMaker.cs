using System.Collections.Immutable;
using SscPipeline.Domain;
using SscPipeline.Domain.Guides;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Recognising;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Guides;

/// <summary>Makes the template of one language from the dictionary.</summary>
internal sealed class TemplateMaker(Lexicon lexicon, Language language)
{
    /// <summary>Excel shows no more of a title.</summary>
    private const int LongestTitle = 32;

    private readonly TemplateTexts texts = new(lexicon.TemplateTexts, language);

    /// <summary>The same for every study, so that a file can be compared whatever the study's settings were when its template was made.</summary>
    public TemplateStamp Stamp() => new(lexicon.Version, language, TemplateStamp.DigestOf(TablesOf(DatePolicy.Allowed)));

    /// <param name="dates">Where a study accepts study days only, there are no columns for dates.</param>
    public TemplateGuide Make(DatePolicy dates) => new(
        Stamp().ToString(),
        texts.Of("sheet", "instructions"),
        [.. texts.Notes.Select(note => new TemplateNote(
            Enum.Parse<TemplateNoteKind>(note.Kind, ignoreCase: true), note.Text.Replace("{version}", lexicon.Version, StringComparison.Ordinal)))],
        [.. TablesOf(dates)]);

    private IEnumerable<TemplateTable> TablesOf(DatePolicy dates) => lexicon.TemplateLayout.Groups
        .GroupBy(group => group.Kind)
        .Select(table => new TemplateTable(
            table.Key,
            texts.Of("sheet", table.Key.ToString()),
            [
                .. table
                    .Select(group => new TemplateGroup(
                        group.TitleIn(language),
                        [.. group.Columns.Where(column => dates == DatePolicy.Allowed || column.Variable.Type != VariableType.Date).Select(column => Column(column, table.Key))]))
                    .Where(group => !group.Columns.IsEmpty),
            ]));

    private TemplateColumn Column(TemplateLayout.Column column, RecordKind table)
    {
        var variable = column.Variable;
        var choices = Choices(variable);
        var entry = Entry(variable, choices);
        var need = variable.IsRequired ? TemplateNeed.Required
            : table == RecordKind.Visit && TableKind.IsTime(variable) && variable.Role == VariableRole.Key ? TemplateNeed.OneOf
            : TemplateNeed.Optional;
        var limits = entry is TemplateEntry.Number or TemplateEntry.WholeNumber or TemplateEntry.Date ? variable.Possible : default;
        var hasOtherUnits = entry is TemplateEntry.Number && lexicon.Units.Of(variable).Values.Any(unit => !unit.IsCanonical);
        return new TemplateColumn(variable.Name, column.HeadingIn(language), entry, need, Prompt(variable, entry, need), Refusal(variable, entry, hasOtherUnits))
        {
            PromptTitle = Short(column.HeadingIn(language)),
            RefusalTitle = texts.Of("refusal", hasOtherUnits ? "ask" : "title"),
            Min = limits.Min,
            Max = limits.Max,
            Choices = choices,
            HasOtherUnits = hasOtherUnits,
        };
    }

    private static string Short(string title) => title.Length <= LongestTitle ? title : string.Concat(title.AsSpan(0, LongestTitle - 1).TrimEnd(), "…");

    private static TemplateEntry Entry(Variable variable, ImmutableArray<string> choices) => variable switch
    {
        { Type: VariableType.Date } => TemplateEntry.Date,
        { Type: VariableType.Integer } => TemplateEntry.WholeNumber,
        { IsNumber: true } => TemplateEntry.Number,
        { Type: VariableType.Text } => choices.IsEmpty ? TemplateEntry.Text : TemplateEntry.Suggestion,
        _ => TemplateEntry.Choice,
    };

    /// <summary>The first spelling of each code in the language; of visits, those that are planned.</summary>
    private ImmutableArray<string> Choices(Variable variable) => variable.Name == Variables.VisitLabel
        ? [.. VisitSchedule.Visits.Select(visit => lexicon.Codes.FirstSpelling(variable, Shown.Of(visit.Month), language))]
        : [.. variable.Codes.Select(code => lexicon.Codes.FirstSpelling(variable, code, language))];

    private string Prompt(Variable variable, TemplateEntry entry, TemplateNeed need)
    {
        var hint = texts.Hint(variable.Name);
        string[] parts =
        [
            need == TemplateNeed.Optional ? "" : texts.Of("prompt", need.ToString()),
            hint,
            entry == TemplateEntry.Text && hint.Length > 0 ? "" : Filled("prompt", entry, variable),
            variable.Usual is { Min: { } low, Max: { } high } && variable.IsNumber ? texts.Of("prompt", "Usual", ("low", Shown.Of(low)), ("high", Shown.Of(high))) : "",
        ];
        return string.Join(language == Language.Chinese ? "" : " ", parts.Where(part => part.Length > 0));
    }

    private string Refusal(Variable variable, TemplateEntry entry, bool hasOtherUnits) => entry is TemplateEntry.Text or TemplateEntry.Suggestion
        ? ""
        : Filled("refusal", entry, variable) + (hasOtherUnits ? (language == Language.Chinese ? "" : " ") + texts.Of("refusal", "units") : "");

    private string Filled(string kind, TemplateEntry entry, Variable variable) => texts.Of(
        kind, entry.ToString(), ("min", GuideRanges.Shown(variable, variable.Possible.Min) ?? ""), ("max", GuideRanges.Shown(variable, variable.Possible.Max) ?? ""));
}
