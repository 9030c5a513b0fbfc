using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Identifiers;

/// <summary>A subject of two to four Han characters and nothing else is a name, not a pseudonym.</summary>
internal static class NamesAsSubjects
{
    public static void Find(IEnumerable<SheetTable> tables, FindingLog log)
    {
        foreach (var table in tables)
        {
            for (var i = 0; i < table.Subjects.Length; i++)
            {
                if (table.Subjects[i] is { Length: >= 2 and <= 4 } subject && subject.All(letter => letter is >= '\u4E00' and <= '\u9FFF'))
                {
                    log.Add(Finding.OfCell("SSC-092", table, table.RowNumbers[i], table.SubjectColumn, ("class", "a name")));
                }
            }
        }
    }
}
