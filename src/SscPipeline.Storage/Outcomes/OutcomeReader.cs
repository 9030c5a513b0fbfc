using System.Collections.Immutable;
using Azure.Data.Tables;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Outcomes;

/// <summary>Rows of outcomes from entities, one after the other. Not for several threads at once.</summary>
/// <remarks>It keeps what is the same in all rows of a submission: the names of the variables, a string each, and the submission in the key.
/// Making these anew for every row took half of the time, and memory that the rows then held.</remarks>
internal sealed class OutcomeReader
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> variables =
        new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private SubmissionId? submission;

    /// <exception cref="InvalidDataException">The entity is not as <see cref="OutcomeEntity"/> made it.</exception>
    public OutcomeRow Row(TableEntity entity) => new(
        Kind(entity.RowKey) ?? throw Damaged(entity),
        TextProperty.Read(entity, nameof(OutcomeRow.Subject)) ?? throw Damaged(entity),
        Outcomes(entity))
    {
        Sheet = TextProperty.Read(entity, nameof(OutcomeRow.Sheet)) ?? throw Damaged(entity),
        Row = entity.GetInt32(nameof(OutcomeRow.Row)) ?? throw Damaged(entity),
        Visit = TextProperty.Read(entity, nameof(OutcomeRow.Visit)) is { } visit ? VisitTime.TryParse(visit) ?? throw Damaged(entity) : null,
        Ordinal = entity.GetInt32(nameof(OutcomeRow.Ordinal)) ?? 0,
        Missing = Missing(entity),
    };

    private ImmutableArray<Outcome> Outcomes(TableEntity entity)
    {
        var text = TextProperty.Read(entity, OutcomeEntity.Cells);
        var outcomes = ImmutableArray.CreateBuilder<Outcome>(CompactReader.Lines(text));
        var cells = new CompactReader(text);
        while (cells.NextLine())
        {
            var variable = Variable(cells.NextPlainField()) ?? throw Damaged(entity);
            var (cell, sent, comparator, exact) = (cells.NextField(), cells.NextField(), cells.NextField(), cells.NextField());
            outcomes.Add(new Outcome(variable, ValueProperty.Read(entity, variable, exact) ?? throw Damaged(entity), cell) { Sent = sent, Comparator = comparator });
        }

        return outcomes.MoveToImmutable();
    }

    private ImmutableArray<MissingValue> Missing(TableEntity entity)
    {
        var text = TextProperty.Read(entity, nameof(OutcomeRow.Missing));
        var missing = ImmutableArray.CreateBuilder<MissingValue>(CompactReader.Lines(text));
        var lines = new CompactReader(text);
        while (lines.NextLine())
        {
            missing.Add(new MissingValue(Variable(lines.NextPlainField()) ?? "", Enum.Parse<MissingReason>(lines.NextPlainField())));
        }

        return missing.MoveToImmutable();
    }

    private string? Variable(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
        {
            return null;
        }

        if (!variables.TryGetValue(name, out var variable))
        {
            variables.Add(name);
            variables.TryGetValue(name, out variable);
        }

        return variable;
    }

    private RecordKind? Kind(string rowKey)
    {
        if (submission is { } known && TableKeys.TryParseKind(rowKey, known) is { } kind)
        {
            return kind;
        }

        var key = TableKeys.TryParseOutcome(rowKey);
        submission = key?.Submission;
        return key?.Kind;
    }

    private static InvalidDataException Damaged(TableEntity entity) =>
        new($"A row of table Outcomes, partition '{entity.PartitionKey}', lacks a property that every such row has, or one is not as it was written.");
}
