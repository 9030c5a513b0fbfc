using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-041: DLCO corrected for haemoglobin is within 2 % of what DLCO and haemoglobin give.</summary>
internal sealed class DlcoHbAdjustedFits : IRecordCheck
{
    private const decimal Tolerance = 0.02m;

    public string Id => "SSC-041";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.Number(Measured.DlcoHbAdjusted) is { } adjusted && visit.Number(Variables.Dlco) is { } dlco && visit.Number(Measured.Haemoglobin) is { } hb and > 0
                && document.Sex(visit) is { } sex)
            {
                log.Examine(Id);
                var computed = Haemoglobin.Corrected(dlco, hb, sex, document.Age(visit));
                if (Math.Abs(adjusted - computed) > Tolerance * computed)
                {
                    log.Add(Finding.OfValue(
                        Id, visit.Usable(Measured.DlcoHbAdjusted)!.Value, ("value", Shown.Rounded(adjusted)), ("computed", Shown.Rounded(computed))).Suggesting(computed));
                }
            }
        }
    }
}
