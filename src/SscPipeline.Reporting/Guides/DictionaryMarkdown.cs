using System.Text;
using System.Text.RegularExpressions;
using SscPipeline.Domain.Guides;

namespace SscPipeline.Reporting.Guides;

/// <summary>The dictionary as Markdown (GitHub's kind), with the same anchors as the page.</summary>
public static partial class DictionaryMarkdown
{
    public static byte[] Write(DictionaryGuide guide)
    {
        ArgumentNullException.ThrowIfNull(guide);
        var words = GuideWords.Of(guide.Language);
        var text = new StringBuilder();
        text.Append($"# {words.Title}\n\n{words.Version} {guide.Version}\n\n{Plain(words.Introduction)}\n\n## {words.Variables}\n\n");
        foreach (var variable in guide.Variables)
        {
            WriteVariable(text, variable, words);
        }

        text.Append($"## {words.Units}\n\n{Plain(words.UnitNote)}\n\n| {words.Unit} | {words.Accepted} | {words.Factor} | {words.OnlyFor} | {words.Note} |\n|---|---|---|---|---|\n");
        foreach (var unit in guide.Units)
        {
            text.Append($"| {Plain(unit.Unit)} | {Plain(unit.Accepted)} | {unit.Factor} | {Plain(string.Join(", ", unit.Variables))} | {Plain(unit.Note)} |\n");
        }

        text.Append($"\n## {words.Checks}\n\n{Plain(words.CheckNote)}\n\n");
        foreach (var check in guide.Checks)
        {
            WriteCheck(text, check, words);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void WriteVariable(StringBuilder text, GuideVariable variable, GuideWords words)
    {
        WriteTitle(text, variable.Name, variable.Label);
        WriteFact(text, words.Type, words.TypeOf(variable) + (variable.IsRequired ? $", {words.Required}" : ""));
        WriteFact(text, words.Unit, variable.Unit);
        WriteFact(text, words.Possible, words.Range(variable.Possible));
        WriteFact(text, words.Usual, words.Range(variable.Usual));
        WriteFact(text, words.Codes, string.Join("; ", variable.Codes.Select(code => $"{code.Code} ({string.Join(", ", code.Spellings)})")));
        WriteFact(text, words.Tables, words.TablesOf(variable));
        WriteFact(text, words.Note, variable.Derived switch { "yes" => words.Derived, "no" => "", _ => words.DerivedWhenAbsent });
        WriteFact(text, words.Note, variable.Note);
        WriteFact(text, words.Source, variable.Source);
        text.Append(variable.Headings.IsEmpty
            ? "\n"
            : $"\n<details><summary>{words.Headings} ({variable.Headings.Length})</summary>\n\n{Plain(string.Join(" · ", variable.Headings))}\n\n</details>\n\n");
    }

    private static void WriteCheck(StringBuilder text, GuideCheck check, GuideWords words)
    {
        WriteTitle(text, check.Id, check.Title);
        WriteFact(text, words.Consequence, words.ConsequenceOf(check));
        WriteFact(text, words.Kind, words.KindOf(check));
        WriteFact(text, words.Threshold, check.Threshold);
        WriteFact(text, words.Message, check.Message);
        WriteFact(text, words.Fix, check.Fix);
        WriteFact(text, words.Note, check.Note);
        WriteFact(text, words.Source, check.Source);
        text.Append('\n');
    }

    private static void WriteTitle(StringBuilder text, string anchor, string title) =>
        text.Append($"### <a id=\"{anchor}\"></a>{Plain(title)} (`{anchor}`)\n\n");

    private static void WriteFact(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.Append($"- {name}: {Plain(value)}\n");
        }
    }

    /// <summary>As it is, whatever Markdown or HTML it looks like.</summary>
    private static string Plain(string text) => Special().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]<>#|~]")]
    private static partial Regex Special();
}
