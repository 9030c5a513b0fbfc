using System.Text;

namespace SscPipeline.Validation.Checks;

/// <summary>Subjects that look like another: O for 0, l or I for 1, other case, other separators, leading zeros. A different number is another subject.</summary>
internal sealed class LookAlikes(IEnumerable<string> known)
{
    private readonly ILookup<string, string> byForm = known.Distinct(StringComparer.Ordinal).ToLookup(Form, StringComparer.Ordinal);

    /// <summary>The one that is meant; null when none is or more than one could be.</summary>
    public string? Of(string subject) => byForm[Form(subject)].ToList() is [var only] ? only : null;

    private static string Form(string subject)
    {
        var form = new StringBuilder(subject.Length);
        foreach (var letter in subject.ToUpperInvariant().Where(char.IsLetterOrDigit))
        {
            var same = letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter };
            var isLeadingZero = same == '0' && (form.Length == 0 || !char.IsDigit(form[^1]));
            if (!isLeadingZero)
            {
                form.Append(same);
            }
        }

        return form.ToString();
    }
}
