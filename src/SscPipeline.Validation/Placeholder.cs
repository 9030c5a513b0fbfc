namespace SscPipeline.Validation;
internal static class Placeholder;
