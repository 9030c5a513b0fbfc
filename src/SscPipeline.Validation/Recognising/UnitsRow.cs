using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>A row right below the headings that holds units and nothing else.</summary>
internal sealed class UnitsRow(SheetRow row, Lexicon lexicon)
{
    public static UnitsRow? Find(Sheet sheet, HeaderRow header, Lexicon lexicon)
    {
        if (header.RowIndex + 1 >= sheet.Rows.Length)
        {
            return null;
        }

        var row = sheet.Rows[header.RowIndex + 1];
        var texts = row.Cells.Select(cell => cell.Kind == CellKind.Text ? TextForm.Clean(cell.Text!).Trim('(', ')', '[', ']') : null).ToList();
        var filled = texts.Where(text => text is not "").ToList();
        return filled.Count > 0 && filled.TrueForAll(text => text is not null && (!char.IsAsciiDigit(text[0]) || lexicon.Units.IsUnit(text)))
            && filled.Count(text => lexicon.Units.IsUnit(text!)) * 2 > filled.Count
            ? new UnitsRow(row, lexicon)
            : null;
    }

    /// <summary>The heading's unit where it names one and the row does not contradict it, else the row's.</summary>
    public (UnitConversion? Unit, string? Unknown) Of(Heading heading, HeaderMeaning meaning)
    {
        var text = row[heading.Column] is { Kind: CellKind.Text } cell ? TextForm.Clean(cell.Text!).Trim('(', ')', '[', ']') : "";
        if (text.Length == 0 || meaning.Variable.Unit.Length == 0)
        {
            return (meaning.Unit, heading.UnknownUnit);
        }

        var unit = lexicon.Units.Find(meaning.Variable, text);
        var agrees = unit is not null && (meaning.Unit is null || (meaning.Unit.Factor == unit.Factor && meaning.Unit.Divisor == unit.Divisor));
        return agrees ? (unit, heading.UnknownUnit) : (null, text);
    }
}
