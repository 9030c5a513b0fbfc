using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Identifiers;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Recognising;

/// <summary>One sheet for each subject, named after the study's pseudonym: the name says whose rows they are.</summary>
/// <remarks>Never a name that may be a person's: without an agreed pattern, the names of at least two such sheets must differ in digits
/// and single letters only, as SYN-A-01 and SYN-B-02 do and the names of two people do not.</remarks>
internal sealed partial class SheetsOfSubjects(Lexicon lexicon, Regex? pattern)
{
    private const int LongestName = 30;

    public ImmutableArray<SheetLayout> Name(ImmutableArray<SheetLayout> layouts, FindingLog log)
    {
        log.Examine("SSC-215", layouts.DistinctBy(layout => layout.SheetIndex).Count());
        var nameless = layouts.Where(IsNameless).DistinctBy(layout => layout.SheetIndex).ToList();
        var named = nameless
            .Where(layout => IsPseudonym(layout.Sheet.Name))
            .GroupBy(layout => pattern is null ? Skeleton(layout.Sheet.Name) : "", StringComparer.Ordinal)
            .Where(alike => pattern is not null || alike.Count() > 1)
            .SelectMany(alike => alike)
            .Select(layout => layout.SheetIndex)
            .ToHashSet();
        foreach (var layout in nameless.Where(layout => named.Contains(layout.SheetIndex)))
        {
            log.Add(new Finding("SSC-215", new Place(layout.SheetIndex, layout.Sheet.Name, 0, 0, null, null), [("sheet", layout.Sheet.Name)]));
        }

        return [.. layouts.Select(layout => named.Contains(layout.SheetIndex) && IsNameless(layout)
            ? layout with { Subject = TextForm.Clean(layout.Sheet.Name) }
            : layout)];
    }

    private static bool IsNameless(SheetLayout layout) => layout is { SubjectColumn: 0, Subject: null, Kind: not RecordKind.Subject };

    private bool IsPseudonym(string name)
    {
        var clean = TextForm.Clean(name);
        return pattern is not null
            ? pattern.IsMatch(clean)
            : clean.Length <= LongestName && Pseudonym().IsMatch(clean) && !NoSubject().IsMatch(clean)
                && lexicon.Visits.Read(clean) is null && ValueTest.Class(clean) is null;
    }

    private static string Skeleton(string name) => Changing().Replace(TextForm.Clean(name).ToLowerInvariant(), "0");

    /// <summary>Latin letters and digits, of which one to six in a row at the end; a word for "subject" may come before.</summary>
    [GeneratedRegex(@"^(?:受试者|患者|病人|编号|研究编号)?[\s_\-:]*[A-Za-z0-9 _\-.#]*(?<!\d)\d{1,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pseudonym();

    /// <summary>What spreadsheet programs and sites call sheets that are no subject's.</summary>
    [GeneratedRegex(@"^(?:sheet|tabelle|feuil|hoja|table|tab|worksheet|page|visit|v|fu|follow-?up|session|part|form|crf|week|month|day|w|m|d|y|year|version|data|[0-9\s._\-]*)[\s_\-.]*\d*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoSubject();

    [GeneratedRegex(@"\d+|(?<![a-z])[a-z](?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Changing();
}
