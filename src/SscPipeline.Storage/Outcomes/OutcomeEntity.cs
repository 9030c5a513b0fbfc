using System.Collections.Immutable;
using Azure.Data.Tables;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Outcomes;

/// <summary>A row of outcomes as an entity, and back. Each variable is a property that other tools can filter and plot; what else
/// the row says is in a few compact ones, so that it comes back exactly.</summary>
internal static class OutcomeEntity
{
    private const string Cells = nameof(Cells);

    public static TableEntity Of(SiteCode site, SubmissionId submission, OutcomeRow row)
    {
        var entity = new TableEntity(site.Value, TableKeys.Outcome(submission, row)) { [nameof(OutcomeRow.Row)] = row.Row };
        TextProperty.Write(entity, nameof(OutcomeRow.Sheet), row.Sheet);
        TextProperty.Write(entity, nameof(OutcomeRow.Subject), row.Subject);
        TextProperty.Write(entity, nameof(OutcomeRow.Visit), row.Visit?.ToString());
        if (row.Ordinal != 0)
        {
            entity[nameof(OutcomeRow.Ordinal)] = row.Ordinal;
        }

        var cells = new CompactLines();
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

        var missing = new CompactLines();
        foreach (var (variable, reason) in row.Missing)
        {
            missing.Add(variable, reason.ToString());
        }

        TextProperty.Write(entity, Cells, cells.ToText());
        TextProperty.Write(entity, nameof(OutcomeRow.Missing), missing.ToText());
        return EntitySize.Checked(entity);
    }

    public static OutcomeRow Row(TableEntity entity)
    {
        var outcomes = ImmutableArray.CreateBuilder<Outcome>();
        foreach (var line in CompactLines.Read(TextProperty.Read(entity, Cells)))
        {
            var variable = line[0] ?? throw Damaged(entity);
            outcomes.Add(new Outcome(variable, ValueProperty.Read(entity, variable, line[4]) ?? throw Damaged(entity), line[1])
            {
                Sent = line[2],
                Comparator = line[3],
            });
        }

        var key = TableKeys.TryParseOutcome(entity.RowKey) ?? throw Damaged(entity);
        var subject = TextProperty.Read(entity, nameof(OutcomeRow.Subject)) ?? throw Damaged(entity);
        return new OutcomeRow(key.Kind, subject, outcomes.DrainToImmutable())
        {
            Sheet = TextProperty.Read(entity, nameof(OutcomeRow.Sheet)) ?? throw Damaged(entity),
            Row = entity.GetInt32(nameof(OutcomeRow.Row)) ?? throw Damaged(entity),
            Visit = TextProperty.Read(entity, nameof(OutcomeRow.Visit)) is { } visit ? VisitTime.TryParse(visit) ?? throw Damaged(entity) : null,
            Ordinal = entity.GetInt32(nameof(OutcomeRow.Ordinal)) ?? 0,
            Missing =
            [
                .. CompactLines.Read(TextProperty.Read(entity, nameof(OutcomeRow.Missing)))
                    .Select(line => new MissingValue(line[0] ?? "", Enum.Parse<MissingReason>(line[1] ?? ""))),
            ],
        };
    }

    private static string? WriteValue(TableEntity entity, Outcome outcome, HashSet<string>? split) =>
        ValueProperty.IsName(outcome.Variable) && !entity.ContainsKey(outcome.Variable) && split?.Contains(outcome.Variable) != true
            ? ValueProperty.Write(entity, outcome.Variable, outcome.Value)
            : throw new ArgumentException(
                ValueProperty.IsName(outcome.Variable)
                    ? $"A row has the variable '{outcome.Variable}' twice."
                    : "A variable's name must be lower-case letters, digits and underscores, beginning with a letter.",
                nameof(outcome));

    private static InvalidDataException Damaged(TableEntity entity) =>
        new($"A row of table Outcomes, partition '{entity.PartitionKey}', lacks a property that every such row has, or one is not as it was written.");
}
