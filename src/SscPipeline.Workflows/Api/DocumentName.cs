using System.Globalization;
using System.Text;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Api;

/// <summary>What a document may be called that arrives over HTTP: a path below the site, as the inbox can hold it and a person can read it.</summary>
public static class DocumentName
{
    /// <summary>Of the whole name; with the site's code it stays far below the 1,024 characters of a blob's name.</summary>
    public const int MostCharacters = 400;

    private const int MostOfAPart = 255;
    private const int MostParts = 16;

    /// <returns>What is wrong with it, in words that do not repeat it; null when it can be used.</returns>
    public static string? ProblemWith(string name)
    {
        var parts = name.Split('/');
        return name switch
        {
            "" => "It is empty.",
            { Length: > MostCharacters } => $"It is longer than {MostCharacters} characters.",
            _ when name.EnumerateRunes().Any(IsUnreadable) => "It holds a control character, an invisible one, or one that is not valid UTF-8.",
            _ when name.Contains('\\', StringComparison.Ordinal) => "It holds a backslash; folders are separated by '/'.",
            _ when IsEncodedTwice(name) => "It holds a percent sign with two hexadecimal digits, so it seems to be percent-encoded twice.",
            _ when parts.Any(part => part is "") => "It begins or ends with '/', or has two of them in a row.",
            _ when parts.Any(part => part.Trim() is "." or ".." || part.EndsWith('.')) => "A part of it is '.' or '..', or ends with a full stop.",
            _ when parts.Any(part => part != part.Trim()) => "A part of it begins or ends with a space.",
            _ when parts.Length > MostParts || parts.Any(part => part.Length > MostOfAPart) =>
                $"It has more than {MostParts} parts, or one of more than {MostOfAPart} characters.",
            _ => null,
        };
    }

    /// <exception cref="ArgumentException">The name cannot be used: ask <see cref="ProblemWith"/> first.</exception>
    internal static string BlobName(SiteCode site, string name) => ProblemWith(name) is { } problem
        ? throw new ArgumentException(problem, nameof(name))
        : Ingesting.Upload.BlobName(site, name);

    private static bool IsUnreadable(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsEncodedTwice(string name)
    {
        for (var at = name.IndexOf('%', StringComparison.Ordinal); at >= 0; at = name.IndexOf('%', at + 1))
        {
            if (at + 2 < name.Length && char.IsAsciiHexDigit(name[at + 1]) && char.IsAsciiHexDigit(name[at + 2]))
            {
                return true;
            }
        }

        return false;
    }
}
