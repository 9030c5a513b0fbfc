using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <param name="Number">1 is column A.</param>
/// <param name="Heading">As the site wrote it.</param>
/// <param name="UnknownUnit">A unit of heading or unit row that the variable cannot have; null when there is none.</param>
internal sealed record LayoutColumn(int Number, string Heading, Variable Variable, UnitConversion? Unit, string? UnknownUnit)
{
    /// <summary>The column counts weeks since the first dose.</summary>
    public bool IsInWeeks { get; init; }
}
