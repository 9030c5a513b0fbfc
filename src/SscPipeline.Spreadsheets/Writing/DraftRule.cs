namespace SscPipeline.Spreadsheets;

/// <summary>What a <see cref="DraftValidation"/> lets in.</summary>
public enum DraftRule
{
    /// <summary>Everything: the validation is a prompt only.</summary>
    Anything,

    WholeNumber,
    Number,
    Date,

    /// <summary>One of the cells of <see cref="DraftValidation.List"/>, in a drop-down.</summary>
    OneOf,
}
