namespace SscPipeline.Reporting.Letters;

/// <summary>What accompanies a report that is sent.</summary>
/// <param name="Html">A whole page without anything to load.</param>
public sealed record ReportLetter(string Subject, string Text, string Html);
