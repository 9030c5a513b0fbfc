using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using SscPipeline.Validation.Guides;

namespace SscPipeline.Validation.Dictionary;

/// <summary>Everything that the embedded CSV files say, read once.</summary>
internal sealed class Lexicon
{
    /// <summary>Raised by hand when a change in the files changes what sites see.</summary>
    private const string Edition = "2026.11-1";

    /// <summary>The one class of identifiers that depends on the values: a year of birth may be sent, a date may not.</summary>
    public const string BirthDate = "a full date of birth";

    private readonly FrozenSet<string> summaryWords;
    private readonly FrozenSet<string> weekHeadings;
    private readonly FrozenSet<string> sectionNames;
    private readonly Dictionary<string, string> identifiers;

    private Lexicon(Func<string, CsvTable> load)
    {
        var (dictionary, synonyms, ambiguous, codes, units, checks, words, people, labels, chinese, phrases) =
            (load("dictionary.csv"), load("synonyms.csv"), load("ambiguous.csv"), load("codes.csv"), load("units.csv"), load("checks.csv"), load("layout_words.csv"), load("identifiers.csv"), load("labels_zh.csv"), load("checks_zh.csv"), load("phrases.csv"));

        Dictionary = DataDictionary.From(dictionary, codes, labels);
        Catalogue = CheckCatalogue.From(checks, chinese);
        Phrases = new Phrases(phrases);
        Units = new UnitTable(units, Dictionary);
        Codes = new CodeTable(codes);
        Visits = new VisitNames(Codes);
        Headers = new HeaderIndex(synonyms, ambiguous, Dictionary, Units);
        summaryWords = Words("summary");
        weekHeadings = Words("week");
        sectionNames = Words("section");

        (TemplateTexts, UnitLines) = (load("template_texts.csv"), units);
        var layout = load("template.csv");
        TemplateLayout = new TemplateLayout(layout, Dictionary);
        identifiers = people.Lines.ToDictionary(line => TextForm.Heading(line["heading"]), line => line["class"], StringComparer.Ordinal);

        var hashes = string.Concat(new[] { dictionary, synonyms, ambiguous, codes, units, checks, words, people, labels, chinese, phrases, layout, TemplateTexts }.Select(table => table.Hash));
        Version = $"{Edition}+{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(hashes)))[..8]}";

        FrozenSet<string> Words(string kind) =>
            words.Lines.Where(line => line["kind"] == kind).Select(line => TextForm.Heading(line["text"])).ToFrozenSet(StringComparer.Ordinal);
    }

    public DataDictionary Dictionary { get; }

    public CheckCatalogue Catalogue { get; }

    public Phrases Phrases { get; }

    public UnitTable Units { get; }

    public CodeTable Codes { get; }

    public VisitNames Visits { get; }

    public HeaderIndex Headers { get; }

    /// <summary>units.csv as it stands.</summary>
    public CsvTable UnitLines { get; }

    public TemplateLayout TemplateLayout { get; }

    /// <summary>template_texts.csv as it stands.</summary>
    public CsvTable TemplateTexts { get; }

    /// <summary>The edition and the beginning of a hash of all files.</summary>
    public string Version { get; }

    /// <exception cref="InvalidOperationException">A file contradicts itself or another one; the message names file and line.</exception>
    public static Lexicon Load(Func<string, CsvTable> load) => new(load);

    /// <summary>What a heading says that its column identifies; null for any other.</summary>
    public string? IdentifierClass(string heading) => heading.Length <= 40 ? identifiers.GetValueOrDefault(TextForm.Heading(heading)) : null;

    /// <summary>A word such as "mean" or 合计 at the beginning of a row.</summary>
    public bool IsSummaryWord(string text) => summaryWords.Contains(TextForm.Heading(text));

    /// <summary>The heading of a column of weeks since the first dose.</summary>
    public bool IsWeekHeading(string heading) => weekHeadings.Contains(TextForm.Heading(heading));

    /// <summary>A word for what a sheet or a group of columns is about, such as "lung function", that says nothing about visits.</summary>
    public bool IsSection(string text) => sectionNames.Contains(TextForm.Heading(text));
}
