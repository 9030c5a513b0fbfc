using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-040: an FEV1/FVC of 20 to 100 is not taken for a fraction, nor for a percentage unless heading or cell say so.</summary>
internal sealed class RatioIsNoPercentage : IRecordCheck
{
    public string Id => "SSC-040";

    public void Run(DocumentView document, FindingLog log) =>
        UndeclaredScale.Find(Id, Measured.Fev1Fvc, document, log, factor: 100, ratio => ratio is >= 20 and <= 100);
}
