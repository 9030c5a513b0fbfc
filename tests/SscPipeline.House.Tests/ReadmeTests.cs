using System.Text;

namespace SscPipeline.House.Tests;

/// <summary>What README says of the checks is what the catalogue says. <c>SSC_APPROVE=1</c> rewrites the table.</summary>
public sealed class ReadmeTests
{
    private const string Start = "<!-- checks: made from checks.csv -->\n";
    private const string End = "<!-- end of checks -->";

    [Fact]
    public void The_table_of_checks_in_README_is_the_catalogue()
    {
        var path = Path.Combine(Repository.Root, "README.md");
        var readme = File.ReadAllText(path).ReplaceLineEndings("\n");
        var from = readme.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = readme.IndexOf(End, StringComparison.Ordinal);
        var table = Table();

        if (Environment.GetEnvironmentVariable("SSC_APPROVE") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            File.WriteAllText(path, readme[..from] + table + readme[to..]);
            return;
        }

        Assert.Equal(table, readme[from..to]);
    }

    [Fact]
    public void The_two_commands_stand_in_README_as_the_gate_reads_them()
    {
        var commands = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"))
            .SkipWhile(line => line != "## Two commands").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal));

        Assert.Equal(["dotnet run --project src/SscPipeline.Cli -- demo", "dotnet test"], commands);
    }

    private static string Table()
    {
        var table = new StringBuilder("| Check | What should hold | Kind | When it does not |\n|---|---|---|---|\n");
        foreach (var line in Lines().Skip(1))
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {line[0]} | {line[1]} | {line[2]} | {Consequence(line[3], line[4])} |\n");
        }

        return table.ToString();
    }

    private static string Consequence(string severity, string withholds) => (severity, withholds) switch
    {
        ("Fatal", _) => "the file is rejected",
        ("Error", "row") => "the row is withheld",
        ("Error", "value") => "the value is withheld",
        ("Error", _) => "the column is not read",
        _ => "the site is asked",
    };

    private static IEnumerable<string[]> Lines() =>
        File.ReadLines(Path.Combine(Repository.Root, "src", "SscPipeline.Validation", "Dictionary", "checks.csv")).Where(line => line.Length > 0).Select(Fields);

    private static string[] Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(letter);
            }
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
