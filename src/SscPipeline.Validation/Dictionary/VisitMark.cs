using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Validation.Dictionary;

/// <summary>The name of a visit, as it stands in a heading, a sheet's name or a cell.</summary>
/// <param name="Time">Null for a visit that stands for no time, such as the end of treatment.</param>
/// <param name="IsBareNumber">Only a number was written; whether it is a month, the other headings decide.</param>
internal sealed record VisitMark(string Text, VisitTime? Time, bool IsBareNumber = false);
