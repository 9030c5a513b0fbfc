namespace SscPipeline.Validation.Dictionary;

/// <param name="Unit">Null when the heading names none.</param>
internal sealed record HeaderMeaning(Variable Variable, UnitConversion? Unit);
