using System.Collections.Frozen;
using SscPipeline.Domain;
using SscPipeline.Domain.Submissions;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation;

/// <summary>Dictionary and catalogue as a receipt explains them.</summary>
internal static class GuideWriter
{
    public static ReceiptGuide Write(Lexicon lexicon, Language language) => new(
        language,
        lexicon.Catalogue.Checks.ToFrozenDictionary(check => check.Id, check => Explain(check, lexicon, language), StringComparer.Ordinal),
        lexicon.Dictionary.Variables.ToFrozenDictionary(
            variable => variable.Name,
            variable => new VariableExplanation(
                variable.LabelIn(language), variable.Unit is "score" or "fraction" ? "" : variable.UnitIn(language)),
            StringComparer.Ordinal));

    private static CheckExplanation Explain(CheckDefinition check, Lexicon lexicon, Language language)
    {
        var texts = check.In(language);
        var sources = check.Source.Split("; ").Select(source => lexicon.Phrases.In(language, source));
        return new CheckExplanation(
            texts.Title, check.Severity, check.Withholds.ToString().ToLowerInvariant(), check.Threshold, texts.Note, string.Join("; ", sources));
    }
}
