using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Building;

namespace SscPipeline.Spreadsheets;

/// <summary>Writes the <c>dataValidations</c> of a worksheet.</summary>
internal static class DraftValidationPart
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static void Write(XmlWriter xml, ImmutableArray<DraftValidation> validations)
    {
        if (validations.IsEmpty)
        {
            return;
        }

        xml.WriteStartElement("dataValidations", Main);
        xml.WriteAttributeString("count", validations.Length.ToString(CultureInfo.InvariantCulture));
        foreach (var validation in validations)
        {
            Write(xml, validation);
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, DraftValidation validation)
    {
        xml.WriteStartElement("dataValidation", Main);
        WriteRule(xml, validation);
        xml.WriteAttributeString("allowBlank", "1");
        xml.WriteAttributeString("showInputMessage", "1");
        xml.WriteAttributeString("showErrorMessage", validation.Refusal == DraftRefusal.None ? "0" : "1");
        WriteText(xml, "errorTitle", validation.ErrorTitle, DraftValidation.LongestTitle);
        WriteText(xml, "error", validation.Error, DraftValidation.LongestText);
        WriteText(xml, "promptTitle", validation.PromptTitle, DraftValidation.LongestTitle);
        WriteText(xml, "prompt", validation.Prompt, DraftValidation.LongestText);
        xml.WriteAttributeString("sqref", validation.Cells.ToString());
        foreach (var (name, formula) in Formulas(validation))
        {
            xml.WriteElementString(name, Main, formula);
        }

        xml.WriteEndElement();
    }

    private static void WriteRule(XmlWriter xml, DraftValidation validation)
    {
        var (type, hasLimits) = validation.Rule switch
        {
            DraftRule.Anything => (null, false),
            DraftRule.WholeNumber => ("whole", true),
            DraftRule.Number => ("decimal", true),
            DraftRule.Date => ("date", true),
            DraftRule.OneOf => ("list", false),
            _ => throw new ArgumentOutOfRangeException(nameof(validation), validation.Rule, "No such rule."),
        };
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        if (validation.Refusal == DraftRefusal.Ask)
        {
            xml.WriteAttributeString("errorStyle", "warning");
        }

        if (hasLimits && (validation.Min is null || validation.Max is null))
        {
            xml.WriteAttributeString("operator", validation.Max is null ? "greaterThanOrEqual" : "lessThanOrEqual");
        }
    }

    private static IEnumerable<(string Name, string Formula)> Formulas(DraftValidation validation)
    {
        if (validation.Rule == DraftRule.OneOf)
        {
            var (sheet, cells) = validation.List ?? throw new ArgumentException("A drop-down needs a list.", nameof(validation));
            yield return ("formula1", $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{Fixed(cells.First)}:{Fixed(cells.Last)}");
        }
        else if (validation.Rule != DraftRule.Anything)
        {
            var limits = new[] { validation.Min, validation.Max }.OfType<decimal>().ToList();
            if (limits.Count == 0)
            {
                throw new ArgumentException("A number or date needs a limit.", nameof(validation));
            }

            foreach (var (at, limit) in limits.Index())
            {
                yield return (at == 0 ? "formula1" : "formula2", Number(validation.Rule, limit));
            }
        }
    }

    private static string Number(DraftRule rule, decimal limit) => (rule == DraftRule.Date
        ? (decimal)SerialDates.ToSerial(DateOnly.FromDayNumber((int)limit).ToDateTime(TimeOnly.MinValue), uses1904: false)
        : limit).ToString(CultureInfo.InvariantCulture);

    private static string Fixed(CellAddress address) => string.Create(CultureInfo.InvariantCulture, $"${CellAddress.ColumnName(address.Column)}${address.Row}");

    private static void WriteText(XmlWriter xml, string name, string text, int longest)
    {
        if (text.Length > longest)
        {
            throw new ArgumentException($"Excel takes at most {longest} characters here, and this has {text.Length}: {text}", nameof(text));
        }

        if (text.Length > 0)
        {
            xml.WriteAttributeString(name, text);
        }
    }
}
