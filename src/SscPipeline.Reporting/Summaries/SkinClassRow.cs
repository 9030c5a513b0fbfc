using MemoryPack;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Classes of change of the skin score at one planned visit; of subjects who have both values.</summary>
/// <param name="Decrease5">5 points or more, the smallest change that matters to patients with diffuse disease (doi:10.1186/s13075-019-1809-y).</param>
/// <param name="Decrease3">3 points or more, the same for all patients.</param>
/// <param name="Progressors">More than 5 points and at least 25 % above baseline.</param>
[MemoryPackable]
public sealed partial record SkinClassRow(string Scope, int Month, Share Decrease5, Share Decrease3, Share Progressors);
