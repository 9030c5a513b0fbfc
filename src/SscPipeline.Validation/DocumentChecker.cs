using System.Collections.Immutable;
using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Guides;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Checks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Guides;
using SscPipeline.Validation.Identifiers;
using SscPipeline.Validation.Recognising;
using SscPipeline.Validation.Tables;
using SscPipeline.Validation.Typing;

namespace SscPipeline.Validation;

/// <summary>Turns what was read of a file into a verdict: what can be stored, and what the site should know. Safe for concurrent
/// use.</summary>
public sealed class DocumentChecker
{
    /// <summary>The check that finds documents of a site in disagreement.</summary>
    public const string DisagreementCheck = Disagreement.Id;

    private readonly CheckingOptions options;
    private readonly Lexicon lexicon;
    private readonly TemplateFindings templates;

    private DocumentChecker(CheckingOptions options, Lexicon lexicon) =>
        (this.options, this.lexicon, templates) = (options, lexicon, new TemplateFindings(lexicon));

    /// <summary>The edition of dictionary and catalogue, then the beginning of a hash that changes whenever one of them does.</summary>
    public string DictionaryVersion => lexicon.Version;

    public DataDictionary Dictionary => lexicon.Dictionary;

    public CheckCatalogue Catalogue => lexicon.Catalogue;

    /// <summary>The empty workbook that a site may fill in.</summary>
    public TemplateGuide Template(Language language) => new TemplateMaker(lexicon, language).Make(options.Dates);

    /// <summary>Everything that a site may look up.</summary>
    public DictionaryGuide DictionaryGuide(Language language) => GuideMaker.Make(lexicon, language);

    /// <exception cref="InvalidOperationException">Dictionary, catalogue and checks do not fit together; the message says
    /// where.</exception>
    /// <exception cref="ArgumentException">The pattern of subjects is no regular expression.</exception>
    public static DocumentChecker Create(CheckingOptions options) => Create(options, CsvTable.Load);

    /// <summary>The same with another edition of the CSV files.</summary>
    internal static DocumentChecker Create(CheckingOptions options, Func<string, CsvTable> load)
    {
        var lexicon = Lexicon.Load(load);
        AllChecks.RequireCatalogued(lexicon.Catalogue);
        _ = SubjectPattern.Compile(options.SubjectPattern);
        return new DocumentChecker(options, lexicon);
    }

    /// <summary>Recognises sheets and columns and types cells. Never throws for bad data.</summary>
    public DocumentReading Read(string document, WorkbookReading reading, CancellationToken cancellationToken) =>
        Read(document, reading, HeaderMapping.None, cancellationToken);

    /// <summary>The same, with the site's own headings for those that the dictionary does not know.</summary>
    public DocumentReading Read(string document, WorkbookReading reading, HeaderMapping mapping, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var log = new FindingLog();
        FileFindings.Add(reading, lexicon.Phrases, log);
        FileFindings.Add(mapping, lexicon.Phrases, log);
        if (reading.Workbook is not { } workbook)
        {
            return new DocumentReading(document, [], log);
        }

        var identifiers = new FindingLog();
        new IdentifierScan(lexicon, options.Dates, identifiers).Run(document, workbook, cancellationToken);
        var typer = new SheetTyper(lexicon);
        var proposals = new List<ProposedHeading>();
        var tables = new WorkbookRecogniser(new HeadingReader(lexicon, mapping), SubjectPattern.Compile(options.SubjectPattern))
            .Recognise(workbook, log, proposals)
            .Select(layout => typer.Type(layout, workbook.Uses1904Dates, log, cancellationToken))
            .ToImmutableArray();
        templates.Add(workbook, tables, log);
        NamesAsSubjects.Find(tables, identifiers);
        if (options.Dates == DatePolicy.StudyDayOnly)
        {
            CalendarDates.Find(tables, identifiers);
        }

        if (identifiers.Findings.Exists(finding => lexicon.Catalogue[finding.Check].Severity == Severity.Fatal))
        {
            // Nothing else is said: any other issue might quote what must not be quoted.
            return new DocumentReading(document, [], identifiers);
        }

        log.Add(identifiers);
        return new DocumentReading(document, tables, log) { Proposals = [.. proposals.Distinct()] };
    }

    /// <summary>Runs all checks, withholds what they ask for and normalises the rest. The reading may be checked again with another
    /// context.</summary>
    public CheckedDocument Check(DocumentReading reading, SiteContext context, CancellationToken cancellationToken) =>
        new CheckRun(lexicon, options, reading, context).Run(cancellationToken);

    /// <summary>What an earlier document should be told, because a later one disagrees with it (SSC-401).</summary>
    /// <param name="site">The site's current documents read together.</param>
    /// <param name="told">The submission whose receipt is completed.</param>
    /// <param name="later">The submission that disagrees.</param>
    public static ImmutableArray<Issue> Disagreements(SiteData site, SubmissionId told, SubmissionId later)
    {
        var view = new SiteView(site, [], ImmutableDictionary<string, int>.Empty);
        return
        [
            .. site.Conflicts
                .Where(conflict => Disagreement.Matters(conflict) && conflict.Dropped.Source.Submission == told && conflict.Kept.Source.Submission == later)
                .Select(conflict => Disagreement.Found(view, conflict.Subject, conflict.Dropped, conflict.Kept).ToIssue()),
        ];
    }

    /// <summary>What a receipt needs to explain itself.</summary>
    public ReceiptGuide Guide(Language language) => GuideWriter.Write(lexicon, language);

    /// <summary>An issue in words, in English.</summary>
    /// <exception cref="KeyNotFoundException">The issue names a check that is not in the catalogue.</exception>
    public ReceiptIssue Describe(Issue issue) => Describe(issue, Language.English);

    /// <summary>An issue in words. What the site wrote and the names of codes stay as they are.</summary>
    /// <exception cref="KeyNotFoundException">The issue names a check that is not in the catalogue.</exception>
    public ReceiptIssue Describe(Issue issue, Language language) => new IssueText(lexicon, language).Of(issue);
}
