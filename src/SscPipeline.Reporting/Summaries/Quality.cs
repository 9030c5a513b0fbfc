using System.Collections.Immutable;
using MemoryPack;

namespace SscPipeline.Reporting.Summaries;

/// <summary>How far the data can be relied on. Null in the public summary.</summary>
/// <param name="Acceptance">By scope.</param>
/// <param name="Checks">By scope and check; checks that found something, or of which it is known how much they examined.</param>
/// <param name="Visits">By scope and month.</param>
/// <param name="Agreement">By variable and scope: the sites' own % predicted against the recomputed one.</param>
public sealed record Quality(
    ImmutableArray<AcceptanceRow> Acceptance,
    ImmutableArray<CheckRow> Checks,
    ImmutableArray<VisitRow> Visits,
    ImmutableArray<AgreementRow> Agreement);

/// <param name="Documents">Current ones.</param>
/// <param name="Submissions">All that were settled, replaced ones included.</param>
/// <param name="ByStatus">Submissions by verdict; empty where it is not known.</param>
/// <param name="Accepted">Submissions of which anything is or was used (accepted, with warnings or partially), of those with a verdict about their content.</param>
/// <param name="RowsAccepted">Of the rows of current documents.</param>
public sealed record AcceptanceRow(
    string Scope, int Documents, int Submissions, ImmutableSortedDictionary<string, int> ByStatus, Share Accepted, Share RowsAccepted);

/// <param name="Issues">In current documents.</param>
/// <param name="Examined">How many values or rows the check looked at; null where that is not known of every document with an issue.</param>
/// <param name="IssuesPer100">Issues by 100 examined.</param>
public sealed record CheckRow(string Scope, string Check, int Issues, int? Examined, double? IssuesPer100);

/// <summary>One planned visit. Seen, not done, withdrawn and not yet due are together all subjects.</summary>
/// <param name="Expected">Treated on the first day of the window or later, or seen in it; at baseline all.</param>
/// <param name="Seen">With any visit in the window.</param>
/// <param name="NotDone">Expected, the window is over, and no visit was sent.</param>
/// <param name="Withdrawn">Last dose before the window.</param>
/// <param name="NotYetDue">The window is open or to come, as far as is known.</param>
/// <param name="ExpectedSeen">Seen, of those expected.</param>
public sealed record VisitRow(
    string Scope, int Month, int Subjects, int? Expected, int? Seen, int? NotDone, int? Withdrawn, int? NotYetDue, Share ExpectedSeen);

/// <summary>Agreement by Bland and Altman of all values that have both; differences are the site's minus the recomputed one, in points.</summary>
/// <param name="Variable">The one that the site sent.</param>
/// <param name="Limits95">Mean ± 1.96 SD: [low, high]; null below two values.</param>
/// <param name="Within5">Differences of 5 points or less either way.</param>
[MemoryPackable]
public sealed partial record AgreementRow(
    string Variable, string Scope, int N, double? MeanDifference, double? SdDifference, ImmutableArray<double>? Limits95, Share Within5);
