namespace SscPipeline.Workflows.Api;

/// <summary>One content, for people or for programs.</summary>
public enum FileForm
{
    Json,
    Html,
}
