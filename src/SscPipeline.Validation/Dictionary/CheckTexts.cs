namespace SscPipeline.Validation.Dictionary;

/// <summary>What a check says, in one language.</summary>
/// <param name="Message">A template with <c>{placeholders}</c>, the same in all languages: what was seen.</param>
/// <param name="Fix">A template: what to do.</param>
public sealed record CheckTexts(string Title, string Message, string Fix, string Note);
