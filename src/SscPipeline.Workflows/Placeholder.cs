namespace SscPipeline.Workflows;
internal static class Placeholder;
