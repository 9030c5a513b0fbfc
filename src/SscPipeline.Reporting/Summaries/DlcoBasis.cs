namespace SscPipeline.Reporting.Summaries;

/// <summary>Which DLCO a change was made from; never a mixture of both.</summary>
internal static class DlcoBasis
{
    public const string HbCorrected = "haemoglobin-corrected";
    public const string Uncorrected = "uncorrected";
}
