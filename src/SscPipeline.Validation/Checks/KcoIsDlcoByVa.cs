using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-035: KCO is DLCO / VA, within 5 % of KCO.</summary>
internal sealed class KcoIsDlcoByVa : IRecordCheck
{
    public string Id => "SSC-035";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.Number(Measured.Kco) is { } kco && visit.Number(Variables.Dlco) is { } dlco && visit.Number(Measured.VaL) is { } va && va > 0)
            {
                log.Examine(Id);
                if (Math.Abs(kco - (dlco / va)) > 0.05m * kco)
                {
                    log.Add(Finding.OfValue(
                        Id, visit.Usable(Measured.Kco)!.Value, ("value", Shown.Rounded(kco)), ("computed", Shown.Rounded(dlco / va))).Suggesting(dlco / va));
                }
            }
        }
    }
}
