namespace SscPipeline.Workflows;

/// <param name="Period">The scheduled period that the report is for.</param>
public sealed record PublishResult(int Sites, int Subjects, string Period);
