using System.Collections.Immutable;
using SscPipeline.Domain;
using SscPipeline.Domain.Guides;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Recognising;

namespace SscPipeline.Validation.Tests.Guides;

public sealed class TemplateTests
{
    private static readonly Lexicon Words = Lexicon.Load(CsvTable.Load);

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public void Every_variable_that_a_site_may_send_is_on_the_template_once_per_table(Language language)
    {
        var expected =
            from variable in Words.Dictionary.Variables
            where variable.Derived != "yes"
            from table in variable.Tables
            select $"{table} {variable.Name}";

        var columns = Tables(language).SelectMany(table => table.Columns.Select(column => $"{table.Kind} {column.Variable}"));

        Assert.Equal(expected.Order(StringComparer.Ordinal), columns.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_heading_is_known_exactly_and_in_the_unit_of_the_dictionary(Language language) => Assert.All(Columns(language), column =>
    {
        var heading = Heading.Read(1, 1, column.Heading + " *", Words);

        Assert.Equal(column.Variable, heading.Variable?.Name);
        Assert.Null(heading.UnknownUnit);
        Assert.True(heading.Meanings[0].Unit is null or { IsCanonical: true }, column.Heading);
    });

    [Theory, MemberData(nameof(Languages))]
    public void A_measured_value_shows_its_unit_in_the_heading(Language language) => Assert.All(
        Columns(language).Where(column => Words.Dictionary[column.Variable].Unit is not ("" or "days" or "months" or "%")),
        column => Assert.NotNull(Heading.Read(1, 1, column.Heading, Words).Meanings[0].Unit));

    /// <summary>A title that is a heading would be taken for a column, or for the subject of the whole sheet.</summary>
    [Theory, MemberData(nameof(Languages))]
    public void No_title_of_a_group_and_no_name_of_a_sheet_is_a_heading(Language language) => Assert.All(
        Tables(language).SelectMany(table => table.Groups.Select(group => group.Title)),
        title => Assert.False(Heading.Read(1, 1, title, Words).IsKnown, title));

    [Theory, MemberData(nameof(Languages))]
    public void Every_choice_of_a_drop_down_is_accepted_for_its_code(Language language)
    {
        var lists = Columns(language).Where(column => column.Entry == TemplateEntry.Choice).ToList();

        Assert.Equal(Words.Dictionary.Variables.Count(variable => !variable.Codes.IsEmpty), lists.Count);
        Assert.All(lists, column =>
        {
            var variable = Words.Dictionary[column.Variable];
            Assert.Equal(variable.Codes, column.Choices.Select(choice => Words.Codes.Find(variable, choice)!));
        });
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_visit_of_the_drop_down_is_a_planned_one(Language language) => Assert.Equal(
        [0m, 1, 3, 6, 9, 12, 18, 24, 30],
        Columns(language).Single(column => column.Variable == Variables.VisitLabel).Choices.Select(visit => Words.Visits.Month(visit)!.Value));

    [Theory, MemberData(nameof(Languages))]
    public void Every_limit_is_the_possible_range_of_the_dictionary(Language language)
    {
        var limited = Columns(language).Where(column => column.Entry is TemplateEntry.Number or TemplateEntry.WholeNumber or TemplateEntry.Date).ToList();

        Assert.Equal(Columns(language).Count(column => Words.Dictionary[column.Variable].Possible != default), limited.Count);
        Assert.All(limited, column =>
        {
            var variable = Words.Dictionary[column.Variable];
            Assert.Equal(variable.Possible, new Limits(column.Min, column.Max));
            Assert.Equal(variable.Type == VariableType.Date, column.Entry == TemplateEntry.Date);
            Assert.Equal(variable.Type == VariableType.Integer, column.Entry == TemplateEntry.WholeNumber);
        });
    }

    [Theory, MemberData(nameof(Languages))]
    public void What_must_be_filled_in_is_marked(Language language)
    {
        Assert.All(Columns(language), column => Assert.Equal(Words.Dictionary[column.Variable].IsRequired, column.Need == TemplateNeed.Required));
        Assert.Equal(
            [Variables.VisitDate, Variables.StudyDay, Variables.VisitMonth],
            Columns(language).Where(column => column.Need == TemplateNeed.OneOf).Select(column => column.Variable));
    }

    /// <summary>Excel shows 32 characters of a title and 255 of a text, and repairs a file that has more.</summary>
    [Theory, MemberData(nameof(Languages))]
    public void Every_prompt_and_message_is_filled_and_short_enough(Language language) => Assert.All(Columns(language), column =>
    {
        Assert.InRange(column.PromptTitle.Length, 1, 32);
        Assert.InRange(column.RefusalTitle.Length, 1, 32);
        Assert.InRange(column.Prompt.Length, 1, 255);
        Assert.InRange(column.Refusal.Length, column.Entry is TemplateEntry.Text or TemplateEntry.Suggestion ? 0 : 1, 255);
        Assert.DoesNotContain('{', column.Prompt + column.Refusal);
    });

    [Theory, MemberData(nameof(Languages))]
    public void The_instructions_say_what_to_fill_in_how_to_send_it_and_what_never_to_send(Language language)
    {
        var guide = Examples.Checker.Template(language);

        Assert.Equal(TemplateNoteKind.Title, guide.Instructions[0].Kind);
        Assert.Equal(3, guide.Instructions.Count(note => note.Kind == TemplateNoteKind.Heading));
        Assert.All(guide.Instructions, note => Assert.DoesNotContain('{', note.Text));
        Assert.Contains(guide.Instructions, note => note.Text.Contains(Examples.Checker.DictionaryVersion, StringComparison.Ordinal));
        Assert.Equal(language == Language.Chinese, guide.Instructions.All(note => note.Text.Any(letter => letter is >= '\u4E00' and <= '\u9FFF')));
    }

    [Fact]
    public void A_study_that_accepts_study_days_only_has_no_columns_for_dates()
    {
        var strict = DocumentChecker.Create(new CheckingOptions { Dates = DatePolicy.StudyDayOnly }).Template(Language.English);

        Assert.DoesNotContain(strict.Tables.SelectMany(table => table.Columns), column => column.Entry == TemplateEntry.Date);
        Assert.Equal(Examples.Checker.Template(Language.English).Mark, strict.Mark);
    }

    /// <summary>A new spelling of a heading changes the version of the dictionary and not the template: sites are not asked to change it.</summary>
    [Fact]
    public void A_template_is_old_when_its_columns_have_changed_and_not_before()
    {
        var spelling = Lexicon.Load(name => name == "synonyms.csv" ? Edited(name, text => text + "mrss_total,en,skin thickness of Rodnan\n") : CsvTable.Load(name));
        var range = Lexicon.Load(name => name == "dictionary.csv" ? Edited(name, text => text.Replace("L,0.3,9.0,", "L,0.3,9.5,", StringComparison.Ordinal)) : CsvTable.Load(name));

        Assert.Empty(Found(spelling, Examples.Checker.Template(Language.English).Mark));
        Assert.Equal(["SSC-030"], Found(range, Examples.Checker.Template(Language.English).Mark));
        Assert.Equal(["SSC-030"], Found(Words, "something typed over it"));
    }

    private static IEnumerable<string> Found(Lexicon newer, string mark)
    {
        var log = new Validation.Tables.FindingLog();
        var workbook = new Workbook(WorkbookFormat.Xlsx, []) { Template = mark };
        new Validation.Guides.TemplateFindings(newer).Add(workbook, [], log);
        return log.Findings.Select(finding => finding.Check);
    }

    private static CsvTable Edited(string name, Func<string, string> edit)
    {
        using var stream = typeof(CsvTable).Assembly.GetManifestResourceStream(name)!;
        return CsvTable.Parse(name, edit(new StreamReader(stream).ReadToEnd()));
    }

    private static ImmutableArray<TemplateTable> Tables(Language language) => Examples.Checker.Template(language).Tables;

    private static IEnumerable<TemplateColumn> Columns(Language language) => Tables(language).SelectMany(table => table.Columns);
}
