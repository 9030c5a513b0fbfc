using SscPipeline.Domain.Checking;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-038: DLCO and KCO are in the unit of their heading.</summary>
/// <remarks>The factor between the units is 2.987. Recomputed and sent % predicted are compared, since a value alone never shows its unit: a
/// third of the predicted value is common in this disease. Only far above what is predicted is the value itself taken as proof.</remarks>
internal sealed class DlcoUnitFits : IRecordCheck
{
    private const decimal Factor = 2.987m;
    private const decimal Tolerance = 0.15m;

    public string Id => "SSC-038";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits.Where(visit => visit.Sent(Variables.Dlco) is not null || visit.Sent(Measured.Kco) is not null))
        {
            foreach (var quantity in PredictedQuantity.All.Where(quantity => quantity.Measured is Variables.Dlco or Measured.Kco))
            {
                if (visit.Usable(quantity.Measured) is { } value && visit.Number(quantity.Measured) is { } measured && document.Person(visit) is { } person
                    && ReferenceEquations.Predict(quantity.SetOf(document.Options.Reference), quantity.Parameter, person)?.PercentPredicted((double)measured) is { } percent)
                {
                    log.Examine(Id);
                    var (recomputed, sent) = ((decimal)percent, visit.Number(quantity.Percent) ?? 100);
                    if (IsFactor(recomputed / sent) || (visit.Number(quantity.Percent) is not null && IsFactor(sent / recomputed)))
                    {
                        log.Add(Finding.OfValue(Id, value, ("value", value.Shown), ("computed", Shown.Rounded(recomputed)), Percent(visit, quantity)));
                    }
                }
            }
        }
    }

    private static bool IsFactor(decimal ratio) => ratio >= Factor * (1 - Tolerance) && ratio <= Factor * (1 + Tolerance);

    private static IssueDetail Percent(Record visit, PredictedQuantity quantity) =>
        visit.Number(quantity.Percent) is { } sent
        ? IssueDetail.Phrase("percent", "while {sent} % was sent", ("sent", Shown.Of(sent)))
        : IssueDetail.Phrase("percent", "which is not possible");
}
