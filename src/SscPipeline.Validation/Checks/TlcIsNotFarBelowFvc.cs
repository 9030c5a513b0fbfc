using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-032: TLC is at least 0.95 x FVC (both in L).</summary>
/// <remarks>Either may be the wrong one, so both are withheld.</remarks>
internal sealed class TlcIsNotFarBelowFvc : IRecordCheck
{
    public string Id => "SSC-032";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.Number(Measured.TlcL) is { } value && visit.Number(Variables.FvcL) is { } other)
            {
                log.Examine(Id);
                if (value < 0.95m * other)
                {
                    log.Add(Finding.OfValue(
                        Id, visit.Usable(Measured.TlcL)!.Value, ("value", Shown.Of(value)), ("fvc", Shown.Of(other))).And(visit.Usable(Variables.FvcL)!.Value));
                }
            }
        }
    }
}
