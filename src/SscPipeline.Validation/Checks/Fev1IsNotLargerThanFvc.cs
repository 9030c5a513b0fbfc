using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-031: FEV1 is at most FVC (both in L).</summary>
/// <remarks>Either may be the wrong one, so both are withheld. Source: doi:10.1164/rccm.201908-1590ST.</remarks>
internal sealed class Fev1IsNotLargerThanFvc : IRecordCheck
{
    public string Id => "SSC-031";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.Number(Variables.Fev1L) is { } value && visit.Number(Variables.FvcL) is { } other)
            {
                log.Examine(Id);
                if (value > other)
                {
                    log.Add(Finding.OfValue(
                        Id, visit.Usable(Variables.Fev1L)!.Value, ("value", Shown.Of(value)), ("fvc", Shown.Of(other))).And(visit.Usable(Variables.FvcL)!.Value));
                }
            }
        }
    }
}
