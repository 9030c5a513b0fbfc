using System.Globalization;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Typing;

/// <summary>A cell as the text that a person sees in it, as far as names and ids need it.</summary>
internal static class CellText
{
    /// <summary>Empty for a blank cell. A number keeps the leading zeros that a format such as <c>000</c> gives it.</summary>
    public static string Of(Cell cell) => cell.Kind switch
    {
        CellKind.Blank => "",
        CellKind.Number when cell.Format.Code.Length > 1 && cell.Format.Code.AsSpan().IndexOfAnyExcept('0') < 0 && cell.Number >= 0 =>
            Math.Round(cell.Number).ToString(CultureInfo.InvariantCulture).PadLeft(cell.Format.Code.Length, '0'),
        CellKind.Number => cell.Number.ToString(CultureInfo.InvariantCulture),
        CellKind.Boolean => cell.Number == 0 ? "FALSE" : "TRUE",
        _ => TextForm.Clean(cell.Text ?? ""),
    };
}
