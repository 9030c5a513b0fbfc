using Azure.Data.Tables;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Outcomes;

/// <summary>A row of outcomes as an entity; <see cref="OutcomeReader"/> makes it a row again. Each variable is a property that other tools can filter and plot; what else
/// the row says is in a few compact ones, so that it comes back exactly.</summary>
internal static class OutcomeEntity
{
    internal const string Cells = nameof(Cells);

    /// <summary>Of an ordinary name of a variable and its cell.</summary>
    private const int CharactersOfCell = 20;

    public static TableEntity Of(SiteCode site, SubmissionId submission, OutcomeRow row) => Of(site, TableKeys.Outcome(submission, row), row);

    /// <param name="rowKey">As <see cref="TableKeys.Outcome"/> makes it.</param>
    public static TableEntity Of(SiteCode site, string rowKey, OutcomeRow row)
    {
        var entity = new TableEntity(site.Value, rowKey) { [nameof(OutcomeRow.Row)] = row.Row };
        TextProperty.Write(entity, nameof(OutcomeRow.Sheet), row.Sheet);
        TextProperty.Write(entity, nameof(OutcomeRow.Subject), row.Subject);
        TextProperty.Write(entity, nameof(OutcomeRow.Visit), row.Visit?.ToString());
        if (row.Ordinal != 0)
        {
            entity[nameof(OutcomeRow.Ordinal)] = row.Ordinal;
        }

        var cells = new CompactLines(row.Outcomes.Length * CharactersOfCell);
        HashSet<string>? split = null;
        foreach (var outcome in row.Outcomes)
        {
            var exact = WriteValue(entity, outcome, split);
            if (!entity.ContainsKey(outcome.Variable))
            {
                // A text of several properties, none of which has the bare name.
                (split ??= new(StringComparer.Ordinal)).Add(outcome.Variable);
            }

            cells.Add(outcome.Variable, outcome.Cell, outcome.Sent, outcome.Comparator, exact);
        }

        var missing = new CompactLines(row.Missing.Length * CharactersOfCell);
        foreach (var (variable, reason) in row.Missing)
        {
            missing.Add(variable, reason.ToString());
        }

        TextProperty.Write(entity, Cells, cells.ToText());
        TextProperty.Write(entity, nameof(OutcomeRow.Missing), missing.ToText());
        return EntitySize.Checked(entity);
    }

    private static string? WriteValue(TableEntity entity, Outcome outcome, HashSet<string>? split) =>
        ValueProperty.IsName(outcome.Variable) && !entity.ContainsKey(outcome.Variable) && split?.Contains(outcome.Variable) != true
            ? ValueProperty.Write(entity, outcome.Variable, outcome.Value)
            : throw new ArgumentException(
                ValueProperty.IsName(outcome.Variable)
                    ? $"A row has the variable '{outcome.Variable}' twice."
                    : "A variable's name must be lower-case letters, digits and underscores, beginning with a letter.",
                nameof(outcome));
}
