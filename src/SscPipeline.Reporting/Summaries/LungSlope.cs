using System.Collections.Immutable;
using MemoryPack;

namespace SscPipeline.Reporting.Summaries;

/// <summary>How fast FVC changes on treatment: the mean of the subjects' own slopes.</summary>
/// <param name="Unit">mL per year, or points of % predicted per year.</param>
/// <param name="Slopes">Of the subjects whose values reach far enough, each by ordinary least squares.</param>
/// <param name="Ci95">Of the mean slope, Student's t: [low, high].</param>
/// <param name="P">Two-sided, of the mean slope against none; null when n is 1 or all slopes are equal.</param>
/// <param name="TooShort">Subjects with a value whose values do not reach over 152 days.</param>
[MemoryPackable]
public sealed partial record LungSlope(
    string Variable, string Unit, string Scope, Distribution Slopes, ImmutableArray<double>? Ci95, double? P, int? TooShort);
