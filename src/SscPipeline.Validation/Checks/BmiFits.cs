using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-051: BMI is weight / height² within 0.5 kg/m²; the height is the visit's, else the subject's.</summary>
internal sealed class BmiFits : IRecordCheck
{
    public string Id => "SSC-051";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var record in document.Records)
        {
            if (record.Number(Variables.Bmi) is { } bmi && record.Number(Variables.WeightKg) is { } weight
                && (record.Number(Variables.HeightCm) ?? document.Fact(record.Subject, Variables.HeightCm)) is > 0 and var height)
            {
                log.Examine(Id);
                var computed = weight / (height / 100 * (height / 100));
                if (Math.Abs(bmi - computed) > 0.5m)
                {
                    log.Add(Finding.OfValue(
                        Id, record.Usable(Variables.Bmi)!.Value, ("value", Shown.Of(bmi)), ("computed", Shown.Rounded(computed))).Suggesting(computed));
                }
            }
        }
    }
}
