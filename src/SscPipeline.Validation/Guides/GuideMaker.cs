using SscPipeline.Domain;
using SscPipeline.Domain.Guides;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Guides;

/// <summary>Opens dictionary and catalogue to people and to other programs.</summary>
internal static class GuideMaker
{
    public static DictionaryGuide Make(Lexicon lexicon, Language language) => new(
        lexicon.Version,
        language,
        [.. lexicon.Dictionary.Variables.Select(variable => Variable(variable, lexicon, language))],
        [.. lexicon.UnitLines.Lines.Select(line => new GuideUnit(line["unit"], line["accepted"], line["factor"], line.List("variables"), line["note"]))],
        [.. lexicon.Catalogue.Checks.Select(check => Check(check, language))]);

    private static GuideVariable Variable(Variable variable, Lexicon lexicon, Language language) => new(
        variable.Name,
        variable.LabelIn(language),
        variable.Type.ToString(),
        variable.Role.ToString(),
        variable.Tables,
        variable.Unit,
        GuideRanges.Of(variable, variable.Possible),
        GuideRanges.Of(variable, variable.Usual),
        [.. lexicon.Codes.Codes(variable).Select(code => new GuideCode(code, [.. lexicon.Codes.Spellings(variable, code)]))],
        [.. lexicon.Headers.Of(variable)],
        variable.IsRequired,
        variable.Derived,
        variable.Source,
        variable.Note);

    private static GuideCheck Check(CheckDefinition check, Language language)
    {
        var texts = check.In(language);
        return new GuideCheck(
            check.Id, texts.Title, check.Category, check.Severity, check.Withholds.ToString(), check.Threshold, texts.Message, texts.Fix, check.Source, texts.Note);
    }
}
