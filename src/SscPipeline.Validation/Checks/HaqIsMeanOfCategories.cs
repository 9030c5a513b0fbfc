using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-087: a HAQ-DI is the mean of 8 categories, each a whole number, or of 7 or 6 where some are missing.</summary>
/// <remarks>With all 8 it is a multiple of 0.125. Half a unit of the second decimal is allowed for rounding.</remarks>
internal sealed class HaqIsMeanOfCategories : IRecordCheck
{
    private const decimal Tolerance = 0.005m;

    public string Id => "SSC-087";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.Number(Measured.HaqDi) is { } haq)
            {
                log.Examine(Id);
                if (!IsMean(haq, 8) && !IsMean(haq, 7) && !IsMean(haq, 6))
                {
                    log.Add(Finding.OfValue(Id, visit.Usable(Measured.HaqDi)!.Value, ("value", Shown.Of(haq))));
                }
            }
        }
    }

    private static bool IsMean(decimal value, int categories) => Math.Abs(value - (Math.Round(value * categories) / categories)) <= Tolerance;
}
