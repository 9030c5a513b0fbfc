namespace SscPipeline.Validation;

/// <summary>What an Error costs.</summary>
public enum Acceptance
{
    /// <summary>The value and what is derived from it; the row when its identity is wrong or half of its values are.</summary>
    Values,

    /// <summary>Its row.</summary>
    Rows,

    /// <summary>The file.</summary>
    AllOrNothing,
}
