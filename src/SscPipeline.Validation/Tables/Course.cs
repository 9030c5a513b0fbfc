namespace SscPipeline.Validation.Tables;

/// <summary>The values of one variable of one subject from visit to visit, those whose day is not known last.</summary>
/// <param name="Fact">What the subject's own row says of it; null when it is missing or censored.</param>
internal sealed record Course(string Subject, decimal? Fact, IReadOnlyList<CourseValue> Values);
