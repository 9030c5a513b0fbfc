using System.Collections.Frozen;
using System.Collections.Immutable;
using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Submissions;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets;
using SscPipeline.Validation;

namespace SscPipeline.Workflows.Checking;

/// <summary>From bytes to a verdict, the same for a dropped file and for one that is only checked.</summary>
internal sealed class DocumentVerdicts(WorkbookReader reader, DocumentChecker checker, SpreadsheetLimits limits, TimeProvider time)
{
    private readonly FrozenDictionary<Language, ReceiptGuide> guides =
        Enum.GetValues<Language>().ToFrozenDictionary(language => language, checker.Guide);

    public string DictionaryVersion => checker.DictionaryVersion;

    /// <summary>What explains the receipts written in this language.</summary>
    public ReceiptGuide Guide(Language language) => guides[language];

    /// <summary>What the check finds may identify a person.</summary>
    public bool IsAboutPersons(string check) => checker.Catalogue[check].IsAboutPersons;

    /// <summary>One that cannot be used maps nothing, and says so in every receipt.</summary>
    /// <param name="csv">Empty for none.</param>
    public HeaderMapping Mapping(string csv)
    {
        var (mapping, problems) = HeaderMapping.Parse(csv, checker.Dictionary);
        return mapping ?? HeaderMapping.Unusable(problems);
    }

    /// <returns>What the file holds; a file that cannot be opened is a reading with one Fatal issue, not an exception.</returns>
    public OpenedDocument Read(string document, byte[] content, HeaderMapping mapping, CancellationToken cancellationToken) =>
        Read(document, () => Lend(content), mapping, cancellationToken);

    /// <summary>The same, of a file that need not lie in memory.</summary>
    public OpenedDocument Read(string document, Func<Stream> open, HeaderMapping mapping, CancellationToken cancellationToken)
    {
        using var content = open();
        var budget = new FileBudget(limits, content.Length, time);
        return budget.Spend(Open, fault => Refuse(document, fault, cancellationToken), cancellationToken);

        OpenedDocument Open(CancellationToken withinBudget)
        {
            var workbook = reader.Read(content, FileName(document), withinBudget);
            return new OpenedDocument(checker.Read(document, workbook, mapping, withinBudget), workbook.Workbook, budget, open, ReadAgain);
        }

        Workbook? ReadAgain()
        {
            using var again = open();
            return reader.Read(again, FileName(document), CancellationToken.None).Workbook;
        }
    }

    /// <summary>Bytes in memory as a stream.</summary>
    public static Stream Lend(byte[] content) => new MemoryStream(content, 0, content.Length, writable: false, publiclyVisible: true);

    /// <summary>A file that is not even opened.</summary>
    public OpenedDocument Refuse(string document, WorkbookFault fault, CancellationToken cancellationToken) =>
        new(checker.Read(document, WorkbookReading.Of(fault), cancellationToken), workbook: null, new FileBudget(limits, 0, time), () => Stream.Null, () => null);

    public CheckedDocument Check(OpenedDocument document, SiteContext context, CancellationToken cancellationToken) => document.Budget.Spend(
        withinBudget => checker.Check(document.Reading, context, withinBudget),
        fault => checker.Check(Refuse(document.Reading.Document, fault, cancellationToken).Reading, context, cancellationToken),
        cancellationToken);

    /// <summary>In the given order, at most <see cref="Receipt.MaxIssues"/> and <see cref="Receipt.MaxIssuesPerCheck"/> of a check;
    /// what is graver is kept before what is milder.</summary>
    public ImmutableArray<ReceiptIssue> Describe(ImmutableArray<Issue> issues, Language language)
    {
        var ofCheck = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. issues
            .Where(issue => (ofCheck[issue.Check] = ofCheck.GetValueOrDefault(issue.Check) + 1) <= Receipt.MaxIssuesPerCheck)
            .Select((issue, order) => (Issue: checker.Describe(issue, language), Order: order))
            .OrderByDescending(described => described.Issue.Severity)
            .Take(Receipt.MaxIssues)
            .OrderBy(described => described.Order)
            .Select(described => described.Issue)];
    }

    /// <summary>All of them, the gravest first.</summary>
    public IEnumerable<ReceiptIssue> DescribeAll(ImmutableArray<Issue> issues, Language language) =>
        issues.Select(issue => checker.Describe(issue, language)).OrderByDescending(issue => issue.Severity);

    private static string FileName(string document) => document[(document.LastIndexOf('/') + 1)..];
}
