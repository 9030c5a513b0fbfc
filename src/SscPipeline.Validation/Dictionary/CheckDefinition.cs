using SscPipeline.Domain;
using SscPipeline.Domain.Checking;

namespace SscPipeline.Validation.Dictionary;

/// <summary>One line of the check catalogue.</summary>
/// <param name="Category">Conformance, Completeness or Plausibility (doi:10.13063/2327-9214.1244), or Privacy: it looks for what identifies a person.</param>
/// <param name="Withholds">What an Error or Fatal issue of this check keeps from being stored.</param>
/// <param name="Threshold">As the check's text means it; empty when it has none.</param>
/// <param name="Message">A template with <c>{placeholders}</c>: what was seen.</param>
/// <param name="Fix">A template: what to do.</param>
/// <param name="Note">Why the threshold or severity is what it is, where that is not plain.</param>
public sealed record CheckDefinition(
    string Id, string Title, string Category, Severity Severity, Withheld Withholds, string Threshold, string Message, string Fix, string Source, string Note)
{
    /// <summary>What it finds may identify a person: the cell is never shown, and a Fatal issue leaves no copy of the file.</summary>
    public bool IsAboutPersons => Category == "Privacy";

    /// <summary>From checks_zh.csv.</summary>
    internal CheckTexts? Chinese { get; init; }

    public CheckTexts In(Language language) => language switch
    {
        Language.English => new CheckTexts(Title, Message, Fix, Note),
        Language.Chinese => Chinese ?? throw new InvalidOperationException($"{Id} has no Chinese text."),
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };
}

/// <summary>From nothing to all of the file.</summary>
public enum Withheld
{
    Nothing,
    Value,
    Row,
    File,
}
