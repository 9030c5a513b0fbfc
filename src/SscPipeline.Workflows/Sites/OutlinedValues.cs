using System.Collections.Frozen;
using System.Text;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Workflows.Sites;

/// <summary>Days of treatment, and which values visits have, each combination kept once.</summary>
internal sealed class OutlinedValues
{
    private static readonly PlacedRow Nowhere = new("", default, "", 0);

    private static readonly FrozenSet<string> OfTreatment =
        [Variables.ImatinibStartDate, Variables.ImatinibStartStudyDay, Variables.ImatinibLastDoseDate, Variables.ImatinibLastDoseStudyDay];

    private readonly Dictionary<string, VariableDictionary<PlacedOutcome>> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VariableDictionary<MissingReason>> missing = new(StringComparer.Ordinal);

    public SubjectData Outline(SubjectData subject) => subject with
    {
        Facts = Shared(subject.Facts.Values.Select(fact => fact.Outcome).Where(fact => OfTreatment.Contains(fact.Variable))),
        Visits = [.. subject.Visits.Select(visit => visit with { Values = Shared(visit.Values.Values.Select(value => Any(value.Outcome))), Missing = Shared(visit.Missing) })],
        AdverseEvents = [],
    };

    /// <summary>1 for a number, since others are divided by it.</summary>
    private static Outcome Any(Outcome outcome) => outcome with { Value = outcome.Value.Number is null ? OutcomeValue.Of("") : OutcomeValue.Of(1m) };

    private VariableDictionary<PlacedOutcome> Shared(IEnumerable<Outcome> of)
    {
        var outlined = new VariableDictionary<PlacedOutcome>(of.ToDictionary(
            outcome => outcome.Variable, outcome => new PlacedOutcome(new Outcome(outcome.Variable, outcome.Value, Cell: null) { Comparator = outcome.Comparator }, Nowhere), StringComparer.Ordinal));
        var words = new StringBuilder();
        foreach (var (variable, value) in outlined)
        {
            words.Append(variable).Append(' ').Append(value.Outcome.Comparator).Append(value.Outcome.Value).Append('\n');
        }

        return values.TryGetValue(words.ToString(), out var known) ? known : values[words.ToString()] = outlined;
    }

    private VariableDictionary<MissingReason> Shared(VariableDictionary<MissingReason> of)
    {
        var words = string.Join('\n', of.Select(value => $"{value.Key} {value.Value}"));
        return missing.TryGetValue(words, out var known) ? known : missing[words] = of;
    }
}
