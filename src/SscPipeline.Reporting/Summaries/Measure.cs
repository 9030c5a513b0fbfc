using System.Collections.Immutable;
using MemoryPack;

namespace SscPipeline.Reporting.Summaries;

/// <param name="Variable">A canonical name of the dictionary.</param>
/// <param name="Rows">By scope ("overall" first, then sites by code) and month.</param>
public sealed record Measure(string Variable, string Unit, ImmutableArray<MeasureRow> Rows);

/// <summary>One measure at one planned visit.</summary>
/// <param name="Scope"><c>overall</c> or a site.</param>
/// <param name="Month">0 is baseline.</param>
/// <param name="N">Null in the public summary below the smallest number that is shown.</param>
/// <param name="NExpected">Subjects treated on the first day of the window or later, or seen in it; at baseline all.</param>
/// <param name="Q1">Type 7, as QUARTILE.INC of Excel.</param>
/// <param name="Change">From baseline; null at baseline itself.</param>
/// <param name="Responders">Of the skin score only; null at baseline.</param>
[MemoryPackable]
public sealed partial record MeasureRow(
    string Scope,
    int Month,
    int? N,
    int? NExpected,
    double? Mean,
    double? Sd,
    double? Median,
    double? Q1,
    double? Q3,
    double? Min,
    double? Max,
    MissingCounts? Missing,
    MeasureChange? Change,
    Responders? Responders)
{
    /// <summary>Of the mean, Student's t: [low, high]; null below two values.</summary>
    public ImmutableArray<double>? MeanCi95 { get; init; }
}

/// <summary>Why subjects have no value; together with n they are all subjects of the scope.</summary>
/// <param name="NotYetDue">Still treated, as far as is known, and the window is open or to come.</param>
/// <param name="Withdrawn">Last dose before the window, and no visit in it.</param>
/// <param name="NotDone">Expected, and nothing was sent.</param>
/// <param name="Rejected">A value was sent and is withheld because of an error.</param>
[MemoryPackable]
public sealed partial record MissingCounts(int NotYetDue, int Withdrawn, int NotDone, int Rejected);

/// <summary>Change from baseline of the subjects who have both values.</summary>
/// <param name="Ci95">Of the mean, Student's t: [low, high].</param>
/// <param name="PairedTP">Two-sided; null when n is 1 or all changes are equal.</param>
/// <param name="WilcoxonExactP">Two-sided signed-rank p, exact at every n.</param>
/// <param name="WilcoxonNormalP">Always null: the exact p needs no approximation. Kept, since members are never removed.</param>
[MemoryPackable]
public sealed partial record MeasureChange(
    int N,
    double? Mean,
    double? Sd,
    double? Median,
    double? Min,
    double? Max,
    ImmutableArray<double>? Ci95,
    double? PairedTP,
    double? WilcoxonExactP,
    double? WilcoxonNormalP);

/// <summary>Subjects whose skin score fell by more than 5 points and by at least 25 % of baseline (doi:10.1136/annrheumdis-2015-208024).</summary>
/// <param name="Wilson95">Of k/n, as shares: [low, high]; null when n is 0.</param>
/// <param name="ClopperPearson95">Of k/n, as shares: [low, high]; null when n is 0.</param>
/// <param name="BaselineBelow7">Of n, those with a baseline score below 7, for whom the definition was not made.</param>
[MemoryPackable]
public sealed partial record Responders(
    int? K, int N, ImmutableArray<double>? Wilson95, ImmutableArray<double>? ClopperPearson95, int? BaselineBelow7);
