using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>Names of sheets that an <c>.xlsx</c> may have, for sheets that are named after a file of any name.</summary>
internal static class PlainNames
{
    private const int MaxLength = 31;
    private const string Forbidden = @":\/?*[]";

    /// <returns>As many different names as sheets, in their order; a name that is possible stays as it is.</returns>
    public static ImmutableArray<string> Of(Workbook workbook)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. workbook.Sheets.Select(sheet => Free(Possible(sheet.Name), used))];
    }

    private static string Possible(string name)
    {
        var clean = string.Concat(name.EnumerateRunes().Select(letter => IsPossible(letter) ? letter.ToString() : "_")).Trim('\'', ' ');
        return clean.Length == 0 ? "Sheet" : Short(clean, MaxLength);
    }

    /// <summary>Nothing that Excel or XML forbids; half a surrogate pair comes as the sign for what cannot be shown.</summary>
    private static bool IsPossible(Rune letter) =>
        !Rune.IsControl(letter) && (!letter.IsBmp || (XmlConvert.IsXmlChar((char)letter.Value) && !Forbidden.Contains((char)letter.Value, StringComparison.Ordinal)));

    private static string Free(string wished, HashSet<string> used)
    {
        var name = wished;
        for (var number = 2; !used.Add(name); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            name = Short(wished, MaxLength - suffix.Length) + suffix;
        }

        return name;
    }

    /// <summary>Never ends within a surrogate pair.</summary>
    private static string Short(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)].TrimEnd('\'', ' ');
}
