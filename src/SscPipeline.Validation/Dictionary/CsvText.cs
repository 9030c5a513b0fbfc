using System.Text;

namespace SscPipeline.Validation.Dictionary;

/// <summary>Splits the embedded CSV files: commas, double quotes, UTF-8. What sites send is read elsewhere, with more patience.</summary>
internal static class CsvText
{
    /// <summary>Records with the number of their first line; blank lines are left out.</summary>
    public static List<(int Line, string[] Cells)> Split(string text)
    {
        var records = new List<(int, string[])>();
        var (cells, cell, quoted, line, start) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length ? text[i] : '\n';
            line += letter == '\n' ? 1 : 0;
            switch (letter)
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append(text[i++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    Take();
                    break;
                case '\n' when !quoted || i == text.Length:
                    Take();
                    if (cells.Count > 1 || cells[0].Length > 0)
                    {
                        records.Add((start, [.. cells]));
                    }

                    cells.Clear();
                    start = line;
                    break;
                case '\r' when !quoted:
                    break;
                default:
                    cell.Append(letter);
                    break;
            }
        }

        return records;

        void Take()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
