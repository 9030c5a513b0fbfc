namespace SscPipeline.Validation.Tables;

internal enum ValueState : byte
{
    Blank,

    /// <summary>The site wrote that there is none.</summary>
    NotDone,

    Value,

    /// <summary>Something was sent that cannot be read; an issue says why.</summary>
    Faulty,
}
