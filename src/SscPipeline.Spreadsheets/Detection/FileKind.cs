namespace SscPipeline.Spreadsheets.Detection;

internal enum FileKind
{
    Zip,
    CompoundFile,

    /// <summary>A BIFF stream without a container, as Excel 2 to 4 wrote it.</summary>
    BareBiff,
    Text,
}
