using System.Buffers;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

/// <summary>The rules of Excel for names of sheets.</summary>
internal static class SheetNames
{
    private const int MaxLength = 31;
    private static readonly SearchValues<char> s_forbidden = SearchValues.Create(@":\/?*[]");

    public static void Ensure(IReadOnlyList<DraftSheet> sheets)
    {
        if (!sheets.Any(sheet => sheet.Visibility == SheetVisibility.Visible))
        {
            throw new ArgumentException("A workbook needs at least one sheet that can be seen.", nameof(sheets));
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in sheets.Select(sheet => sheet.Name))
        {
            if (name.Length is 0 or > MaxLength || name.AsSpan().ContainsAny(s_forbidden) || name.StartsWith('\'') || name.EndsWith('\'') || !seen.Add(name))
            {
                throw new ArgumentException($"'{name}' cannot be the name of a sheet, or another sheet has it.", nameof(sheets));
            }
        }
    }
}
