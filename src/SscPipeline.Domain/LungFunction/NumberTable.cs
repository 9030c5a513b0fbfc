using System.Collections.Frozen;
using System.Globalization;

namespace SscPipeline.Domain.LungFunction;

/// <summary>One line of a reference table: parameter, sex, and numbers by column name.</summary>
internal sealed record NumberRow(LungParameter Parameter, Sex Sex, FrozenDictionary<string, double> Numbers)
{
    public double this[string column] => Numbers[column];
}

/// <summary>Reads the embedded reference tables: comma-separated, without quotes, <c>#</c> before a remark.</summary>
internal static class NumberTable
{
    private static readonly FrozenSet<string> Texts = FrozenSet.Create(StringComparer.Ordinal, "param", "sex", "unit");

    public static IEnumerable<NumberRow> Read(string name)
    {
        using var stream = typeof(NumberTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The reference table {name} is not part of this assembly.");
        using var reader = new StreamReader(stream);
        string[]? header = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var fields = line.Split(',');
            if (header is null)
            {
                header = fields;
                continue;
            }

            yield return Row(header, fields);
        }
    }

    private static NumberRow Row(string[] header, string[] fields)
    {
        var byName = header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return new NumberRow(
            Parameter(byName["param"], byName.GetValueOrDefault("unit", "")),
            byName["sex"] == "F" ? Sex.Female : Sex.Male,
            byName.Where(pair => !Texts.Contains(pair.Key)).ToFrozenDictionary(
                pair => pair.Key, pair => double.Parse(pair.Value, NumberStyles.Float, CultureInfo.InvariantCulture), StringComparer.Ordinal));
    }

    private static LungParameter Parameter(string name, string unit) => (name, unit) switch
    {
        ("TLCO", "mL/min/mmHg") => LungParameter.Dlco,
        ("KCO", "mL/min/mmHg/L") => LungParameter.KcoTraditional,
        _ => Enum.Parse<LungParameter>(name, ignoreCase: true),
    };
}
