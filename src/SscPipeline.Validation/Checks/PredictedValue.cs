using SscPipeline.Domain.LungFunction;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>One % predicted as sent, beside the one that the study's equations give for the same person and measured value.</summary>
internal sealed record PredictedValue(PredictedQuantity Quantity, ValueRef Percent, decimal Sent, decimal Measured, ReferencePerson Person, ReferenceSet Set)
{
    /// <summary>Percentage points by which the two may differ.</summary>
    private const decimal Tolerance = 5;

    public required decimal Recomputed { get; init; }

    public bool Differs => Math.Abs(Sent - Recomputed) > Tolerance;

    /// <summary>Another published set that most values of the column agree with, this one among them; null when nothing explains it.</summary>
    public string? ExplainedBy { get; init; }

    /// <summary>With another set, or another ethnicity where the set asks for one; null when it does not cover the person.</summary>
    public decimal? PercentOf(ReferenceSet set, int? ethnicity) => PercentOf(Quantity, set, Person with { Ethnicity = ethnicity ?? Person.Ethnicity }, Measured);

    /// <summary>Every visit of the document that has both values and whose subject's sex, age and height are known.</summary>
    public static IEnumerable<PredictedValue> In(DocumentView document)
    {
        foreach (var visit in document.Visits)
        {
            ReferencePerson? person = null;
            foreach (var quantity in PredictedQuantity.All)
            {
                var set = quantity.SetOf(document.Options.Reference);
                if (visit.Usable(quantity.Percent) is { } percent && visit.Number(quantity.Percent) is { } sent && visit.Number(quantity.Measured) is { } measured
                    && (person ??= document.Person(visit)) is { } known && PercentOf(quantity, set, known, measured) is { } recomputed)
                {
                    yield return new PredictedValue(quantity, percent, sent, measured, known, set) { Recomputed = recomputed };
                }
            }
        }
    }

    private static decimal? PercentOf(PredictedQuantity quantity, ReferenceSet set, ReferencePerson person, decimal measured) =>
        ReferenceEquations.Predict(set, quantity.Parameter, person)?.PercentPredicted((double)measured) is { } percent ? (decimal)percent : null;
}
