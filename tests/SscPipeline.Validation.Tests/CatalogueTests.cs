using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;
using SscPipeline.Validation.Checks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Tests;

public sealed class CatalogueTests
{
    [Fact]
    public void Catalogue_program_and_examples_know_the_same_checks()
    {
        var catalogued = Examples.Checker.Catalogue.Checks.Select(check => check.Id).ToList();

        Assert.Equal(catalogued, AllChecks.Ids.Order(StringComparer.Ordinal));
        Assert.Equal(catalogued, Directory.GetDirectories(CaseFile.Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_check_has_a_passing_a_failing_and_a_just_inside_example()
    {
        var kinds = CaseFile.All().ToLookup(file => file.Check, file => file.Name[..^3]);

        Assert.All(kinds, check => Assert.Equal(["inside", "negative", "positive"], check.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_check_has_a_source() =>
        Assert.All(Examples.Checker.Catalogue.Checks, check => Assert.NotEqual("", check.Source));

    [Fact]
    public void Every_placeholder_of_every_message_is_filled()
    {
        var described = CaseFile.All()
            .Where(file => file.Name.StartsWith("negative", StringComparison.Ordinal))
            .SelectMany(file => file.Run().Issues.Select(Examples.Checker.Describe))
            .ToList();

        Assert.All(described, issue => Assert.DoesNotContain('{', issue.Message + issue.Fix));
        Assert.All(described, issue => Assert.DoesNotMatch(@" \? |^\?|""\?""| [.,](\s|$)", issue.Message + issue.Fix));
    }

    [Fact]
    public void A_message_says_what_was_seen_and_what_to_do()
    {
        var issue = new CaseFile("SSC-021", "negative-01").Run().Issues.Single(issue => issue.Check == "SSC-021");

        Assert.Equal(
            new ReceiptIssue(
                Severity.Error, "SSC-021", "table", "C2", "S1", "mrss_total",
                "The mRSS total is 23, but its 17 areas add up to 21.",
                "Please correct the total or the area that is wrong, and send the workbook again.")
            { Suggestion = "21" },
            Examples.Checker.Describe(issue));
    }

    [Fact]
    public void The_version_changes_with_every_file()
    {
        var files = new[] { "dictionary.csv", "synonyms.csv", "ambiguous.csv", "codes.csv", "units.csv", "checks.csv", "layout_words.csv", "identifiers.csv", "labels_zh.csv", "checks_zh.csv", "phrases.csv", "template.csv", "template_texts.csv" };
        var versions = files.Select(changed => Lexicon.Load(name => name == changed ? Changed(name) : CsvTable.Load(name)).Version).Append(Examples.Checker.DictionaryVersion);

        Assert.Equal(files.Length + 1, versions.Distinct().Count());
        Assert.Matches(@"^2026\.11-1\+[0-9a-f]{8}$", Examples.Checker.DictionaryVersion);
    }

    [Fact]
    public void Every_variable_has_a_Chinese_label_and_no_other_label_exists()
    {
        var labelled = CsvTable.Load("labels_zh.csv").Lines.Select(line => line["variable"]);

        Assert.Equal(Examples.Checker.Dictionary.Variables.Select(variable => variable.Name), labelled);
        Assert.All(Examples.Checker.Dictionary.Variables, variable => Assert.Equal(variable.Label, variable.LabelIn(Language.English)));
        Assert.Equal("用力肺活量（FVC）", Examples.Checker.Dictionary["fvc_l"].LabelIn(Language.Chinese));
    }

    [Fact]
    public void No_two_variables_have_the_same_label() => Assert.All(
        Enum.GetValues<Language>(),
        language => Assert.Distinct(Examples.Checker.Dictionary.Variables.Select(variable => variable.LabelIn(language))));

    [Theory]
    [InlineData("synonyms.csv", "variable,lang,header\nmrss_totl,en,mrss", "synonyms.csv, line 2: there is no variable 'mrss_totl'.")]
    [InlineData("units.csv", "unit,accepted,factor,variables,note\nL,mL,none,,", "units.csv, line 2: the factor 'none' is not a positive number.")]
    [InlineData("codes.csv", "list,code,lang,value\nsex,F,en,F", "dictionary.csv, line 4: there is no code list 'visit'.")]
    [InlineData("labels_zh.csv", "variable,label,unit\nfvc,用力肺活量,", "labels_zh.csv, line 2: there is no variable 'fvc'.")]
    [InlineData("labels_zh.csv", "variable,label,unit\nfvc_l,用力肺活量,", "dictionary.csv, line 2: there is no Chinese label.")]
    [InlineData("checks.csv", "id,title\nSSC-001", "checks.csv, line 2: 1 cells instead of 2.")]
    public void A_broken_catalogue_says_where_it_is_broken(string file, string text, string message)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Lexicon.Load(name => name == file ? CsvTable.Parse(name, text) : CsvTable.Load(name)));

        Assert.Equal(message, fault.Message);
    }

    private static CsvTable Changed(string name)
    {
        using var stream = typeof(CsvTable).Assembly.GetManifestResourceStream(name)!;
        return CsvTable.Parse(name, new StreamReader(stream).ReadToEnd() + "\n");
    }
}
