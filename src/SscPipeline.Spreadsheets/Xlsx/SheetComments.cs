using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>Notes (legacy comments) and threaded comments of a sheet.</summary>
internal static class SheetComments
{
    public static ImmutableArray<SheetComment> Read(
        OoxmlPackage package, List<Relationship> relationships, Dictionary<string, string> people, ReadingMeter meter)
    {
        var found = new List<SheetComment>();
        foreach (var relationship in relationships.Where(one => one.Type is "comments" or "threadedComment" && package.Has(one.Target)))
        {
            using var xml = package.Open(relationship.Target);
            found.AddRange(relationship.Type == "comments" ? ReadNotes(xml, meter) : ReadThreads(xml, people, meter));
        }

        // Excel leaves a stand-in note, whose author is "tc=" and an id, for every thread.
        var hasThreads = relationships.Exists(one => one.Type == "threadedComment");
        return [.. found.Where(comment => !hasThreads || !comment.Author.StartsWith("tc=", StringComparison.Ordinal)).OrderBy(comment => comment.Address)];
    }

    /// <summary>Display names by id, from <c>xl/persons</c>.</summary>
    public static Dictionary<string, string> ReadPeople(XmlPart xml, ReadingMeter meter)
    {
        var people = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "person" && xml.Attribute("id") is { } id)
            {
                people[id] = xml.Attribute("displayName") ?? "";
                meter.CountPiece();
                meter.CountText(people[id].Length);
            }
        }

        return people;
    }

    private static List<SheetComment> ReadNotes(XmlPart xml, ReadingMeter meter)
    {
        var authors = new List<string>();
        var notes = new List<SheetComment>();
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "author")
            {
                meter.CountPiece();
                authors.Add(Kept(xml.ReadText(), meter));
            }
            else if (xml.IsElement && xml.Name == "comment" && CellAddress.TryParse(xml.Attribute("ref")) is { } address)
            {
                meter.CountPiece();
                var author = int.TryParse(xml.Attribute("authorId"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < authors.Count ? authors[at] : "";
                notes.Add(new SheetComment(address, author, Kept(SharedStrings.ReadItem(xml), meter)));
            }
        }

        return notes;
    }

    private static List<SheetComment> ReadThreads(XmlPart xml, Dictionary<string, string> people, ReadingMeter meter)
    {
        var comments = new List<SheetComment>();
        (CellAddress Address, string Author)? current = null;
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "threadedComment")
            {
                var author = people.GetValueOrDefault(xml.Attribute("personId") ?? "", "");
                current = CellAddress.TryParse(xml.Attribute("ref")) is { } address ? (address, author) : null;
            }
            else if (xml.IsElement && xml.Name == "text" && current is { } at)
            {
                meter.CountPiece();
                comments.Add(new SheetComment(at.Address, at.Author, Kept(xml.ReadText(), meter)));
            }
        }

        return comments;
    }

    private static string Kept(ReadOnlySpan<char> text, ReadingMeter meter)
    {
        meter.CountText(text.Length);
        return text.ToString();
    }
}
