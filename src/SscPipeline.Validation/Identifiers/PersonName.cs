using System.Collections.Frozen;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Identifiers;

/// <summary>Whether the author of a document looks like a person and not like a program or a department.</summary>
internal static class PersonName
{
    private static readonly FrozenSet<string> NotPersons = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "microsoft", "office", "excel", "user", "admin", "administrator", "owner", "guest", "windows", "apache", "poi", "libreoffice", "openoffice", "calc", "wps", "google",
        "sheets", "python", "study", "site", "centre", "center", "hospital", "clinic", "department", "university", "institute", "data", "manager", "management", "coordinator",
        "trial", "research", "unit", "team", "group", "office", "desktop", "laptop", "computer", "the", "of", "and", "for", "numbers", "crystal", "reports", "test");

    /// <summary>Two to four words of letters, each with a capital, none of which names a program or an institution; or two to four Han
    /// characters.</summary>
    public static bool IsLikely(string text)
    {
        var clean = TextForm.Clean(text);
        if (clean.Length is >= 2 and <= 4 && clean.All(IsHan))
        {
            return true;
        }

        var words = clean.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4
            && words.All(word => char.IsUpper(word[0]) && word.All(letter => char.IsLetter(letter) || letter is '-' or '\''))
            && words.Any(word => word.Length > 2)
            && !words.Any(NotPersons.Contains);
    }

    public static bool IsHan(char letter) => letter is >= '\u4E00' and <= '\u9FFF';
}
