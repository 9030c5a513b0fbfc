using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-034: VA is at most 1.1 x TLC (both in L).</summary>
internal sealed class AlveolarVolumeFitsTlc : IRecordCheck
{
    public string Id => "SSC-034";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.Number(Measured.VaL) is { } value && visit.Number(Measured.TlcL) is { } other)
            {
                log.Examine(Id);
                if (value > 1.1m * other)
                {
                    log.Add(Finding.OfValue(Id, visit.Usable(Measured.VaL)!.Value, ("value", Shown.Of(value)), ("tlc", Shown.Of(other))));
                }
            }
        }
    }
}
