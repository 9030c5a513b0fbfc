using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-088: a global assessment above 10 is not taken for one of the scale 0 to 10, nor for millimetres unless heading or cell say so.</summary>
internal sealed class GlobalsAreZeroToTen : IRecordCheck
{
    public string Id => "SSC-088";

    public void Run(DocumentView document, FindingLog log)
    {
        UndeclaredScale.Find(Id, Measured.PatientGlobal, document, log, factor: 10, IsMillimetres);
        UndeclaredScale.Find(Id, Measured.PhysicianGlobal, document, log, factor: 10, IsMillimetres);
    }

    private static bool IsMillimetres(decimal value) => value is > 10 and <= 100;
}
