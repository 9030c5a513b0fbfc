namespace SscPipeline.Validation.Dictionary;

public enum VariableRole
{
    /// <summary>Says whose row it is and when: an error in it withholds the row. Not counted as a value.</summary>
    Key,

    /// <summary>Kept as sent, checked for nothing, not counted as a value.</summary>
    Label,

    Value,
}
