namespace SscPipeline.Reporting;
internal static class Placeholder;
