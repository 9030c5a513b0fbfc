using System.Text.RegularExpressions;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>A heading that is clearly a skin score and whoever scored it: <c>mRSS Dr Li</c>, <c>mRSS (rater: east)</c>, 评分者甲,
/// 李医生评分.</summary>
internal static partial class RaterName
{
    public static bool Follows(string heading, Lexicon lexicon)
    {
        if (Rater().Match(heading) is not { Success: true } match)
        {
            return false;
        }

        var rest = TextForm.Heading(string.Concat(heading.AsSpan(0, match.Index), " ", heading.AsSpan(match.Index + match.Length)));
        return rest.Length == 0
            ? match.Groups["scorer"].Success
            : rest is "评分" or "score" || lexicon.Headers.Meanings(rest) is [{ Variable.Name: Variables.MrssTotal }];
    }

    /// <summary>A title or role with the name that follows it; in Chinese a name before its title. Only a word for a scorer is clear
    /// without the name of the score.</summary>
    [GeneratedRegex(
        """
        ^(?:dr|doctor|prof|professor)\b\.?\s*\p{L}{1,20}(?=[\s_])
        |[\s_\-(\[:/,]+(?:dr|doctor|prof|professor|rater|assessor|observer|examiner|reader|investigator|physician|nurse)\b[^)\]]*[)\]]?
        |(?<scorer>评分者|评估者|评分人|评估人|评分医生|评估医生)\s*[\p{L}\d]{0,3}
        |[\s_\-(\[:/,]*(?:(?!评分)[\u4E00-\u9FFF]){1,3}(?:医生|医师|主任|教授)[)\]]?
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Rater();
}
