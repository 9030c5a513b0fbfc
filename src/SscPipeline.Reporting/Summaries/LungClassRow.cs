namespace SscPipeline.Reporting.Summaries;

/// <summary>Every classification of the lung at one planned visit, in subjects with ILD who have FVC then and at baseline.</summary>
/// <param name="Basis"><c>reported</c>: % predicted as the sites sent it; <c>recomputed</c>: with one set of equations.</param>
/// <param name="McidImproved">FVC rose by 3.0 points or more (doi:10.1164/rccm.201709-1845OC).</param>
/// <param name="McidWorsened">FVC fell by 3.0 points or more.</param>
/// <param name="PpfPhysiology">FVC fell by 5 points or more or DLCO by 10 or more (doi:10.1164/rccm.202202-0399ST); null after a year.</param>
/// <param name="PpfDlcoCorrected">Of n, those whose DLCO was compared corrected for haemoglobin, at both visits.</param>
/// <param name="PpfDlcoUncorrected">Of n, those whose DLCO was compared uncorrected, since a correction is missing at one visit or both.</param>
/// <param name="PpfDlcoMissing">Of n, those judged by FVC alone.</param>
public sealed record LungClassRow(
    string Basis,
    string Scope,
    int Month,
    int N,
    int? Improved,
    int? Stable,
    int? Worsened,
    int? Indeterminate,
    int? McidImproved,
    int? McidStable,
    int? McidWorsened,
    Share? PpfPhysiology,
    int? PpfDlcoCorrected,
    int? PpfDlcoUncorrected,
    int? PpfDlcoMissing);
