using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Reporting.Summaries;

/// <param name="Label">For people; programs see the variable.</param>
/// <param name="IsOptional">Reported only when at least one value was sent or computed.</param>
internal sealed record MeasureDefinition(string Variable, string Label, string Unit, bool IsOptional)
{
    public static ImmutableArray<MeasureDefinition> All { get; } =
    [
        new(Variables.MrssTotal, "Modified Rodnan skin score (mRSS)", "points", false),
        new(Variables.FvcPctPred, "Forced vital capacity (FVC), % predicted", "%", false),
        new(Variables.DlcoPctPred, "Diffusing capacity (DLCO), % predicted", "%", false),
        new($"{Variables.FvcPctPred}_recomputed", "FVC, % predicted, recomputed", "%", true),
        new($"{Variables.DlcoPctPred}_recomputed", "DLCO, % predicted, recomputed", "%", true),
        new(Variables.Albumin, "Serum albumin", "g/L", false),
        new(Variables.WeightKg, "Body weight", "kg", false),
        new(Variables.FvcL, "Forced vital capacity (FVC)", "L", true),
        new(DerivedValues.CorrectedForHaemoglobin(Variables.DlcoPctPred), "DLCO, % predicted, corrected for haemoglobin", "%", true),
        new(Variables.Bmi, "Body mass index as sent", "kg/m2", true),
        new(DerivedValues.BmiRecomputed, "Body mass index from weight and height", "kg/m2", true),
        new(Variables.HaqDi, "Health assessment questionnaire (HAQ-DI)", "points", true),
        new(Variables.PatientGlobal, "Patient global assessment", "points", true),
        new(Variables.PhysicianGlobal, "Physician global assessment", "points", true),
    ];

    /// <summary>Label and unit; "% predicted" is its own unit.</summary>
    public string Heading => Unit == "%" ? Label : $"{Label}, {Unit}";

    public static MeasureDefinition Of(string variable) => All.First(measure => measure.Variable == variable);
}
