using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-039: FEV1/FVC is FEV1 divided by FVC, within 0.03.</summary>
internal sealed class RatioFitsFev1AndFvc : IRecordCheck
{
    /// <summary>Allows for litres rounded to one decimal.</summary>
    private const decimal Tolerance = 0.03m;

    public string Id => "SSC-039";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.Number(Measured.Fev1Fvc) is { } ratio && visit.Number(Variables.Fev1L) is { } fev1 && visit.Number(Variables.FvcL) is { } fvc && fvc > 0)
            {
                log.Examine(Id);
                if (Math.Abs(ratio - (fev1 / fvc)) > Tolerance)
                {
                    log.Add(Finding.OfValue(Id, visit.Usable(Measured.Fev1Fvc)!.Value, ("value", Shown.Of(ratio)), ("computed", Shown.Rounded(fev1 / fvc))).Suggesting(fev1 / fvc));
                }
            }
        }
    }
}
