using System.Text;

namespace SscPipeline.Reporting.Tables;

/// <summary>Reads the comma-separated resources of this room (RFC 4180): rows by column name.</summary>
internal static class CsvReader
{
    public static List<Dictionary<string, string>> Read(string text)
    {
        var records = Records(text).ToList();
        var header = records[0];
        return [.. records.Skip(1).Select(record => header.Zip(record).ToDictionary(column => column.First, column => column.Second, StringComparer.Ordinal))];
    }

    private static IEnumerable<List<string>> Records(string text)
    {
        var record = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when isQuoted && i + 1 < text.Length && text[i + 1] == '"':
                    field.Append('"');
                    i++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    record.Add(field.ToString());
                    field.Clear();
                    break;
                case '\n' when !isQuoted:
                    record.Add(field.ToString());
                    field.Clear();
                    yield return record;
                    record = [];
                    break;
                case '\r' when !isQuoted:
                    break;
                case var letter:
                    field.Append(letter);
                    break;
            }
        }

        if (record.Count > 0 || field.Length > 0)
        {
            record.Add(field.ToString());
            yield return record;
        }
    }
}
