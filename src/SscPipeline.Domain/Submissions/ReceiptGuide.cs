using System.Collections.Frozen;

namespace SscPipeline.Domain.Submissions;

/// <summary>What explains a receipt to its reader, in the reader's language: what checks look at and what variables are called.</summary>
/// <param name="Checks">By id.</param>
/// <param name="Variables">By canonical name.</param>
public sealed record ReceiptGuide(
    Language Language, FrozenDictionary<string, CheckExplanation> Checks, FrozenDictionary<string, VariableExplanation> Variables)
{
    /// <summary>The id alone where nothing is known.</summary>
    public string Title(string check) => Checks.TryGetValue(check, out var known) ? known.Title : check;

    /// <summary>The name alone where nothing is known.</summary>
    public string Label(string variable) => Variables.TryGetValue(variable, out var known) ? known.Label : variable;
}

/// <param name="Severity">Of its issues.</param>
/// <param name="Withholds"><c>nothing</c>, <c>value</c>, <c>row</c> or <c>file</c>: what is not used until corrected.</param>
/// <param name="Threshold">Empty when there is none.</param>
/// <param name="Why">Why threshold or severity are what they are, where that is not plain.</param>
/// <param name="Source">Where the rule comes from.</param>
public sealed record CheckExplanation(string Title, Checking.Severity Severity, string Withholds, string Threshold, string Why, string Source);

/// <param name="Unit">Empty where a value has none that people would write.</param>
public sealed record VariableExplanation(string Label, string Unit);
