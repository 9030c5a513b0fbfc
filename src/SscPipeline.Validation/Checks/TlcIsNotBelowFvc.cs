using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-033: TLC is at least FVC; below 0.95 x FVC, SSC-032 speaks.</summary>
internal sealed class TlcIsNotBelowFvc : IRecordCheck
{
    public string Id => "SSC-033";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.Number(Measured.TlcL) is { } value && visit.Number(Variables.FvcL) is { } other)
            {
                log.Examine(Id);
                if (value < other && value >= 0.95m * other)
                {
                    log.Add(Finding.OfValue(Id, visit.Usable(Measured.TlcL)!.Value, ("value", Shown.Of(value)), ("fvc", Shown.Of(other))));
                }
            }
        }
    }
}
