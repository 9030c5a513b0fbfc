namespace SscPipeline.Validation.Dictionary;

public enum VariableType
{
    Integer,
    Decimal,

    /// <summary>A number of mg per day, which sites also write as <c>0.2 g</c> or <c>100 mg bid</c>.</summary>
    Dose,

    Code,

    /// <summary><c>Y</c> or <c>N</c>.</summary>
    Flag,

    Text,
    Date,
}
