namespace SscPipeline.Storage;
internal static class Placeholder;
