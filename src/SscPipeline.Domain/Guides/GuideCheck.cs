using SscPipeline.Domain.Checking;

namespace SscPipeline.Domain.Guides;

/// <summary>One check of the catalogue.</summary>
/// <param name="Category">Conformance, Completeness or Plausibility.</param>
/// <param name="Withholds">What an issue keeps from being stored: Nothing, Value, Row or File.</param>
/// <param name="Threshold">Empty when it has none.</param>
/// <param name="Message">With <c>{placeholders}</c> for what was seen.</param>
/// <param name="Note">Why threshold or severity are what they are, where that is not plain.</param>
public sealed record GuideCheck(
    string Id, string Title, string Category, Severity Severity, string Withholds, string Threshold, string Message, string Fix, string Source, string Note);
