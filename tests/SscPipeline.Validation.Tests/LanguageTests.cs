using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Tests;

public sealed partial class LanguageTests
{
    private static readonly Lexicon Words = Lexicon.Load(CsvTable.Load);

    [Fact]
    public void Every_check_has_a_Chinese_text_with_the_same_placeholders()
    {
        Assert.Equal(Words.Catalogue.Checks.Select(check => check.Id), CsvTable.Load("checks_zh.csv").Lines.Select(line => line["id"]).Order(StringComparer.Ordinal));
        Assert.All(Words.Catalogue.Checks, check =>
        {
            var (english, chinese) = (check.In(Language.English), check.In(Language.Chinese));
            Assert.Equal(Template.Names(english.Message), Template.Names(chinese.Message));
            Assert.Equal(Template.Names(english.Fix), Template.Names(chinese.Fix));
            Assert.Equal(english.Note.Length > 0, chinese.Note.Length > 0);
            Assert.All([chinese.Title, chinese.Message, chinese.Fix], text => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", text));
        });
    }

    [Fact]
    public void Checks_about_persons_are_marked_as_such_in_the_catalogue()
    {
        var marked = Words.Catalogue.Checks.Where(check => check.IsAboutPersons).ToList();

        Assert.Equal(["SSC-060", "SSC-089", "SSC-090", "SSC-091", "SSC-092", "SSC-093"], marked.Select(check => check.Id));
        Assert.True(new CaseFile("SSC-092", "negative-01").Run().NamesPersons);
        Assert.False(new CaseFile("SSC-089", "negative-01").Run().NamesPersons);
        Assert.False(new CaseFile("SSC-001", "negative-01").Run().NamesPersons);
    }

    [Fact]
    public void A_receipt_is_explained_in_the_language_of_its_reader()
    {
        var (english, chinese) = (Examples.Checker.Guide(Language.English), Examples.Checker.Guide(Language.Chinese));

        Assert.Equal("mRSS total is the sum of its areas", english.Title("SSC-021"));
        Assert.Equal("mRSS 总分等于各部位之和", chinese.Title("SSC-021"));
        Assert.Equal("研究设计的选择; doi:10.1183/13993003.00289-2020", chinese.Checks["SSC-032"].Source);
        Assert.Equal(("伊马替尼剂量", "mg/日"), (chinese.Variables["imatinib_dose_mg_per_day"].Label, chinese.Variables["imatinib_dose_mg_per_day"].Unit));
        Assert.Equal("", english.Variables["mrss_total"].Unit);
    }

    [Fact]
    public void Every_phrase_has_the_same_placeholders_in_both_languages() =>
        Assert.All(CsvTable.Load("phrases.csv").Lines, line => Assert.Equal(Template.Names(line["en"]), Template.Names(line["zh"])));

    [Fact]
    public void Every_phrase_that_a_check_says_is_in_the_catalogue()
    {
        var said = Found().SelectMany(issue => issue.Details).SelectMany(Phrases).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(said);
        Assert.All(said, phrase => Assert.True(Words.Phrases.Knows(phrase), phrase));
    }

    [Fact]
    public void A_Chinese_message_holds_no_English_words_but_names_codes_and_what_the_site_wrote()
    {
        var wrong =
            from issue in Found()
            let text = Examples.Checker.Describe(issue, Language.Chinese)
            from word in EnglishWord().Matches(Without(issue, text.Message + text.Fix)).Select(match => match.Value)
            where !Names.Contains(word)
            select $"{issue.Check}: '{word}' in {text.Message} {text.Fix}";

        Assert.Empty(wrong.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a PDF document", "PDF 文档")]
    [InlineData("named .csv, but the content is an .xlsx workbook", "扩展名为 .csv，但内容是.xlsx 工作簿")]
    [InlineData("an .xls workbook with a password", "有密码的.xls 工作簿")]
    [InlineData("more than 2,000 parts in the zip container", "zip 容器中的部分超过 2,000 个")]
    [InlineData("row 7 has 5 values, most rows have 4", "第 7 行有 5 个值，大多数行有 4 个")]
    [InlineData("B2, B3 and others", "B2, B3 等")]
    [InlineData("B2, B3", "B2, B3")]
    [InlineData("document property \"a name\"", "文档属性“a name”")]
    [InlineData("Line 3: the heading is empty.", "第 3 行：标题为空。")]
    public void What_the_readers_say_is_recognised_with_its_parts(string english, string chinese)
    {
        var issue = new Issue("SSC-003", [Words.Phrases.Recognise("found", english)]);

        Assert.Equal($"The file is damaged and cannot be read: {english}.", Examples.Checker.Describe(issue).Message);
        Assert.Equal($"文件已损坏，无法读取：{chinese}。", Examples.Checker.Describe(issue, Language.Chinese).Message);
    }

    /// <summary>The readers of files belong to another room and say what they found in English; this keeps the catalogue in step with them.</summary>
    [Fact]
    public void Everything_that_the_readers_of_files_can_say_is_in_the_catalogue()
    {
        var source = Path.Combine(Path.GetDirectoryName(Here())!, "../../src");
        var said = Directory.GetFiles(Path.Combine(source, "SscPipeline.Spreadsheets"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("Writing", StringComparison.Ordinal) && !file.Contains("Annotating", StringComparison.Ordinal))
            .Append(Path.Combine(source, "SscPipeline.Workflows/Checking/FileBudget.cs"))
            .SelectMany(file => Saying().Matches(File.ReadAllText(file)))
            .Select(match => Hole().Replace(match.Groups["said"].Value, "header").Replace("\\\"", "\"", StringComparison.Ordinal))
            .Where(text => text != "a whole number of 30 bits")
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.InRange(said.Count, 60, 200);
        Assert.All(said, text => Assert.Equal(DetailKind.Phrase, Words.Phrases.Recognise("found", text).Kind));
    }

    /// <summary>Study names that are the same in Chinese, names of variables and of functions of Excel.</summary>
    private static HashSet<string> Names { get; } =
        "Excel CSV LibreOffice submissions ssc template map subject_id study_day visit_date visit_month mrss_total fvc_l mRSS FEV FVC TLC VA KCO DLCO BMI HAQ DI GLI Global mmol min kPa mL mmHg score Fatal Probable probably not related Unlikely UTF Windows Han xlsx xls csv Rodnan dictionary ignore mrss_assessor PDF TPN CTCAE"
            .Split(' ').ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Issue> Found() => CaseFile.All()
        .Where(file => file.Name.StartsWith("negative", StringComparison.Ordinal))
        .SelectMany(file => file.Run().Issues);

    private static IEnumerable<string> Phrases(IssueDetail detail) =>
        detail.Parts.SelectMany(Phrases).Concat(detail.Kind == DetailKind.Phrase ? [detail.Value] : []);

    /// <summary>The text without what stands in it as the site wrote it.</summary>
    private static string Without(Issue issue, string text) => issue.Details
        .SelectMany(Texts)
        .Concat([issue.Subject ?? "", issue.Sheet ?? ""])
        .Where(sent => sent.Length > 0)
        .OrderByDescending(sent => sent.Length)
        .Aggregate(text, (rest, sent) => rest.Replace(sent, "", StringComparison.Ordinal));

    private static IEnumerable<string> Texts(IssueDetail detail) =>
        detail.Parts.SelectMany(Texts).Concat(detail.Kind == DetailKind.Text ? [detail.Value] : []);

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("[A-Za-z_]{3,}")]
    private static partial Regex EnglishWord();

    [GeneratedRegex("""\$?"(?<said>(?:an?|more than|values to|row|named|user|page|defined|document|text box|data validation|link|scenario|folder|copy|with) (?:[^"\\{]|\\"|\{(?:[^{}"]|"[^"]*")*\})+)"[,);\s]""")]
    private static partial Regex Saying();

    [GeneratedRegex("""\{[^{}]*\}""")]
    private static partial Regex Hole();
}
