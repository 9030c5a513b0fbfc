namespace SscPipeline.Domain.Checking;

/// <summary>Values of one column that were sent in another unit than the one in which they are kept.</summary>
/// <param name="Column">As Excel names it, such as <c>T</c>.</param>
/// <param name="Heading">As the site wrote it.</param>
/// <param name="Variable">The canonical name.</param>
/// <param name="From">The unit of heading, units row or cells.</param>
/// <param name="To">The canonical unit.</param>
/// <param name="Formula">What was done to the number, such as <c>× 10</c>.</param>
/// <param name="Count">How many values.</param>
public sealed record ColumnConversion(string Sheet, string Column, string Heading, string Variable, string From, string To, string Formula, int Count);
