using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Building;

/// <summary>One <see cref="NumberFormat"/> for each code of a workbook.</summary>
internal sealed class FormatPool
{
    private readonly Dictionary<string, NumberFormat> _formats = new(StringComparer.Ordinal) { ["General"] = NumberFormat.General };

    public NumberFormat Get(string? code)
    {
        if (string.IsNullOrEmpty(code))
        {
            return NumberFormat.General;
        }

        if (!_formats.TryGetValue(code, out var format))
        {
            format = new NumberFormat(code);
            _formats.Add(code, format);
        }

        return format;
    }
}
