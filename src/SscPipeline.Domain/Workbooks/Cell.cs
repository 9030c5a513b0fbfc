namespace SscPipeline.Domain.Workbooks;

public enum CellKind : byte
{
    Blank,

    /// <summary><see cref="Cell.Text"/> holds what was typed, untrimmed.</summary>
    Text,

    /// <summary><see cref="Cell.Number"/> holds the raw value; dates and percentages are numbers with a format.</summary>
    Number,

    /// <summary><see cref="Cell.Number"/> is 1 or 0.</summary>
    Boolean,

    /// <summary><see cref="Cell.Text"/> holds the error as Excel shows it, such as <c>#DIV/0!</c>.</summary>
    Error,
}

/// <summary>One cell as the workbook holds it: a raw value and how it was formatted, with no meaning yet.</summary>
/// <param name="Column">1 is column A.</param>
/// <param name="Kind">Which of the other members count.</param>
/// <param name="Number">The raw number, for <see cref="CellKind.Number"/> and <see cref="CellKind.Boolean"/>.</param>
/// <param name="Text">Text or error code; null otherwise. A text of only spaces is still a text.</param>
/// <param name="Format">Never null for a number; a percentage or a date is known by it.</param>
/// <param name="IsFormula">The value is the one cached by the program that saved the workbook.</param>
public readonly record struct Cell(int Column, CellKind Kind, double Number, string? Text, NumberFormat Format, bool IsFormula)
{
    public static Cell OfText(int column, string text, bool isFormula = false) =>
        new(column, CellKind.Text, 0, text, NumberFormat.General, isFormula);

    public static Cell OfNumber(int column, double number, NumberFormat? format = null, bool isFormula = false) =>
        new(column, CellKind.Number, number, null, format ?? NumberFormat.General, isFormula);

    public static Cell OfBoolean(int column, bool value, bool isFormula = false) =>
        new(column, CellKind.Boolean, value ? 1 : 0, null, NumberFormat.General, isFormula);

    public static Cell OfError(int column, string code, bool isFormula = false) =>
        new(column, CellKind.Error, 0, code, NumberFormat.General, isFormula);
}
