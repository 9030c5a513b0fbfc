using System.Collections.Immutable;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Sites;
using SscPipeline.Validation.Checks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Normalising;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation;

/// <summary>One run of all checks over one reading. Each stage sees what the stages before have withheld.</summary>
internal sealed class CheckRun(Lexicon lexicon, CheckingOptions options, DocumentReading reading, SiteContext context)
{
    private readonly FindingLog log = new();
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);
    private readonly Withholding withheld = new();

    public ImmutableArray<ImmutableArray<IRecordCheck>> OfRecords { get; init; } = AllChecks.OfRecords;

    public CheckedDocument Run(CancellationToken cancellationToken)
    {
        log.Add(reading.Log);
        var document = new DocumentView(lexicon, options, reading.Tables, SiteRows.Facts(context), withheld);
        NormalisedRows? rows = null;
        if (!IsRejected())
        {
            Withhold(reading.Log.Findings);
            foreach (var stage in AllChecks.OfRows)
            {
                Run(stage, document, cancellationToken);
            }

            new RecordBuilder(document).Build();
            foreach (var stage in OfRecords)
            {
                Run(stage, document, cancellationToken);
            }

            foreach (var row in Counting.EmptiedRows(document).ToList())
            {
                withheld.Add(row);
            }

            if (!IsRejected())
            {
                rows = new RowNormaliser(document).Rows();
                RunSiteChecks(rows, cancellationToken);
            }
        }

        var (rowCounts, valueCounts) = Counting.Of(document, IsRejected());
        return new CheckedDocument(IsRejected(), IsRejected() || rows is null ? [] : rows, Issues(), Results(), rowCounts, valueCounts)
        {
            ProposedMapping = reading.Proposals,
            Conversions = IsRejected() ? [] : Conversions.Of(reading.Tables),
            OutcomeCount = IsRejected() || rows is null ? 0 : rows.CountOutcomes(),
            NamesPersons = log.Findings.Exists(finding => lexicon.Catalogue[finding.Check] is { IsAboutPersons: true, Severity: Severity.Fatal }),
        };
    }

    private void Run(ImmutableArray<IRecordCheck> stage, DocumentView document, CancellationToken cancellationToken)
    {
        var found = new FindingLog();
        foreach (var check in stage)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.Add(Guarded(check.Id, findings => check.Run(document, findings)));
        }

        log.Add(found);
        Withhold(found.Findings);
    }

    private void RunSiteChecks(NormalisedRows rows, CancellationToken cancellationToken)
    {
        var sheets = reading.Tables
            .GroupBy(table => table.Sheet, StringComparer.Ordinal)
            .ToDictionary(sheet => sheet.Key, sheet => sheet.First().SheetIndex, StringComparer.Ordinal);
        var found = AllChecks.OfSites.ToDictionary(check => check, _ => new FindingLog());
        foreach (var site in SiteRows.Join(context, reading.Document, rows, withheld, sheets))
        {
            foreach (var check in AllChecks.OfSites)
            {
                cancellationToken.ThrowIfCancellationRequested();
                found[check].Add(Guarded(check.Id, findings => check.Run(site, findings)));
            }
        }

        foreach (var (check, findings) in found)
        {
            log.Add(broken.Contains(check.Id) ? new FindingLog() : findings);
        }
    }

    /// <summary>A check that throws is our fault: it is marked, what it found so far is dropped, and the run goes on.</summary>
    private FindingLog Guarded(string id, Action<FindingLog> check)
    {
        var found = new FindingLog();
        try
        {
            check(found);
            return found;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            broken.Add(id);
            return new FindingLog();
        }
    }

    private void Withhold(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var check = lexicon.Catalogue[finding.Check];
            if (check.Severity != Severity.Error)
            {
                continue;
            }

            var isKey = finding.Values.Any(value => value.Column.Variable.Role == VariableRole.Key);
            if (check.Withholds == Withheld.Row || isKey || options.Acceptance == Acceptance.Rows)
            {
                foreach (var row in finding.Rows.Concat(finding.Values.Select(value => value.Row)))
                {
                    withheld.Add(row);
                }
            }

            if (check.Withholds == Withheld.Value)
            {
                foreach (var value in finding.Values)
                {
                    withheld.Add(value);
                }
            }
        }
    }

    private bool IsRejected() => log.Findings.Exists(finding => lexicon.Catalogue[finding.Check].Severity switch
    {
        Severity.Fatal => true,
        Severity.Error => options.Acceptance == Acceptance.AllOrNothing,
        _ => false,
    });

    /// <summary>What is wrong with a row of a wide sheet is found once for each of its tables, and told once.</summary>
    private IEnumerable<Finding> Told() => reading.Tables.DistinctBy(table => table.SheetIndex).Count() == reading.Tables.Length
        ? log.Findings
        : log.Findings.DistinctBy(finding => (finding.Check, finding.At, string.Join('\u001F', finding.Details)));

    private ImmutableArray<Issue> Issues()
    {
        var suspicious = log.Findings.Where(finding => finding.Check == "SSC-089").Select(finding => finding.At).ToHashSet();
        return
        [
            .. Told()
                .OrderBy(finding => finding.At.Sheet is null ? -1 : finding.At.SheetIndex)
                .ThenBy(finding => finding.At.Row)
                .ThenBy(finding => finding.At.Column)
                .ThenBy(finding => finding.Check, StringComparer.Ordinal)
                .Select(finding => finding.Check != "SSC-089" && suspicious.Contains(finding.At with { Subject = null, Variable = null }) ? finding.Unquoted() : finding)
                .Select(finding => finding.ToIssue()),
        ];
    }

    private ImmutableArray<CheckResult> Results()
    {
        var failed = Told().CountBy(finding => finding.Check, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. lexicon.Catalogue.Checks.Select(check => broken.Contains(check.Id)
                ? CheckResult.Broken(check.Id)
                : CheckResult.Of(check.Id, Math.Max(log.Examined(check.Id), failed.GetValueOrDefault(check.Id)), failed.GetValueOrDefault(check.Id))),
        ];
    }
}
