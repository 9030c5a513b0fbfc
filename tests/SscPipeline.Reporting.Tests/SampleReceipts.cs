using System.Collections.Frozen;
using System.Collections.Immutable;
using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Reporting.Tests;

internal static class SampleReceipts
{
    public static ReceiptGuide Guide { get; } = new(
        Language.English,
        new Dictionary<string, CheckExplanation>
        {
            ["SSC-010"] = new("Values lie in their range", Severity.Error, "value", "", "", "Study design choice"),
            ["SSC-021"] = new("mRSS total is the sum of its areas", Severity.Error, "value", "0", "Each area is a whole number.", "doi:10.5301/jsrd.5000231; PMID 7562759"),
            ["SSC-030"] = new("FVC litres and % predicted agree", Severity.Warning, "nothing", "5", "", "Study design choice"),
            ["SSC-044"] = new("Visit label and study day agree", Severity.Warning, "nothing", "", "", "Study design choice"),
        }.ToFrozenDictionary(StringComparer.Ordinal),
        new Dictionary<string, VariableExplanation>
        {
            ["mrss_total"] = new("Modified Rodnan skin score", ""),
            ["albumin_g_l"] = new("Serum albumin", "g/L"),
            ["weight_kg"] = new("Weight", "kg"),
        }.ToFrozenDictionary(StringComparer.Ordinal));

    public static ReceiptGuide Chinese { get; } = Guide with { Language = Language.Chinese };

    public static Receipt Partly { get; } = new()
    {
        SubmissionId = "20260301T061500123Z-0a1b2c3d4e",
        Site = "site-a",
        Document = "visits/Spring 2026.xlsx",
        Sha256 = "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9",
        Status = SubmissionStatus.PartiallyAccepted,
        Annotated = "annotated.xlsx",
        ReceivedAt = new DateTimeOffset(2026, 3, 1, 6, 15, 0, 123, TimeSpan.Zero),
        CompletedAt = new DateTimeOffset(2026, 3, 1, 6, 15, 2, TimeSpan.Zero),
        DictionaryVersion = "1",
        Rows = new RowCounts(12, 11, 1),
        Values = new ValueCounts(120, 112, 5, 3),
        Outcomes = new OutcomeCounts(40, 2, 1, 69),
        Issues =
        [
            new(Severity.Error, "SSC-021", "Visits", "T14", "0042", "mrss_total", "The mRSS total is 23, but its 17 areas add up to 21.", "Correct the total or the area that is wrong."),
            new(Severity.Error, "SSC-021", "Visits", "T17", "0043", "mrss_total", "The mRSS total is 30, but its 17 areas add up to 31.", "Correct the total or the area that is wrong."),
            new(Severity.Error, "SSC-010", "Labor Prüfung", "C7", "0042", "albumin_g_l", "Albumin is 3.8 g/L; that is not possible. Did you mean g/dL?", "Type the value in g/L, for example 38, or write the unit in the heading."),
            new(Severity.Warning, "SSC-030", "Visits", "H9", "0044", "fvc_pct_pred", "FVC is 62.2 % predicted; from 1.73 L we compute 68.1 %.", "Check the litres, the height and the reference set."),
            new(Severity.Warning, "SSC-044", "Notes", null, null, null, "This sheet has no heading that we know, so it was not read.", "Nothing, unless the sheet holds study data."),
        ],
        IssuesByCheck = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, int>[] { new("SSC-010", 1), new("SSC-021", 2), new("SSC-030", 1), new("SSC-044", 1) }),
        Checks =
        [
            CheckResult.Of("SSC-010", 120, 1), CheckResult.Of("SSC-021", 11, 2), CheckResult.Of("SSC-030", 8, 1), CheckResult.Broken("SSC-044"), CheckResult.Of("SSC-050", 0, 0),
        ],
        Changes =
        [
            new("changed", "0042", "d184", "mrss_total", "24", "23.5"),
            new("changed", "0043", "20260105", "albumin_g_l", "36", "38"),
            new("withdrawn", "0044", "m6", "weight_kg", "52.6", null),
            new("inserted", "0045", null, "sex", null, "F"),
        ],
        Conversions = [new("Labor Prüfung", "D", "Alb (g/dL)", "albumin_g_l", "g/dL", "g/L", "× 10", 11)],
        Replaces = "20260201T061500000Z-ffffffffff",
    };

    public static Receipt Duplicate { get; } = Partly with
    {
        Status = SubmissionStatus.Duplicate,
        Annotated = null,
        Rows = new RowCounts(0, 0, 0),
        Values = new ValueCounts(0, 0, 0, 0),
        Outcomes = new OutcomeCounts(0, 0, 0, 0),
        Issues = [],
        IssuesByCheck = ImmutableSortedDictionary<string, int>.Empty,
        Checks = [],
        Changes = [],
        Conversions = [],
        Replaces = null,
        DuplicateOf = new DuplicateOf(
            "20260101T080000000Z-0a1b2c3d4e", "visits.xlsx", new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero), "20260201T061500000Z-ffffffffff"),
    };

    public static Receipt Clean { get; } = Partly with
    {
        Status = SubmissionStatus.Accepted,
        Rows = new RowCounts(12, 12, 0),
        Values = new ValueCounts(120, 117, 0, 3),
        Issues = [],
        IssuesByCheck = ImmutableSortedDictionary<string, int>.Empty,
        Checks = [CheckResult.Of("SSC-010", 120, 0)],
        Changes = [],
        Conversions = [],
        Outcomes = new OutcomeCounts(117, 0, 0, 0),
        Replaces = null,
    };
}
