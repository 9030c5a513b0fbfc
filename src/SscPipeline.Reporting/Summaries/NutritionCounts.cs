namespace SscPipeline.Reporting.Summaries;

/// <summary>Albumin and parenteral nutrition (TPN) of all sites or of one.</summary>
/// <param name="AlbuminRestored">35 g/L or more at the last value on treatment; of those below 35 g/L at baseline.</param>
/// <param name="TpnKnownAtBaseline">Subjects of whom TPN at baseline is recorded, given or not.</param>
/// <param name="TpnDiscontinued">None at the last visit; of those with TPN at baseline and a record at the last visit.</param>
/// <param name="TpnUnknown">With TPN at baseline and without a record at the last visit: not counted as stopped.</param>
public sealed record NutritionCounts(
    string Scope, Share AlbuminRestored, int? TpnKnownAtBaseline, int? TpnAtBaseline, Share TpnDiscontinued, int? TpnUnknown);
