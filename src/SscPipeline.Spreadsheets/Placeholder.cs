namespace SscPipeline.Spreadsheets;
internal static class Placeholder;
