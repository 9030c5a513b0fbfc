using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-202: a subject has the form of the study's pseudonyms, where the study has set one.</summary>
/// <remarks>The subject is not quoted: what breaks the pattern may be a name.</remarks>
internal sealed class SubjectFollowsPattern : IRecordCheck
{
    public string Id => "SSC-202";

    public void Run(DocumentView document, FindingLog log)
    {
        if (SubjectPattern.Compile(document.Options.SubjectPattern) is not { } pattern)
        {
            return;
        }

        foreach (var table in document.Tables)
        {
            for (var i = 0; i < table.RowNumbers.Length; i++)
            {
                if (table.Subjects[i] is { } subject)
                {
                    log.Examine(Id);
                    if (!pattern.IsMatch(subject))
                    {
                        var finding = Finding.OfRow(Id, new TableRow(table, i), table.SubjectColumn);
                        log.Add((finding with { At = finding.At with { Subject = null } }).Suggesting(Tidied(subject) is var tidy && pattern.IsMatch(tidy) ? tidy : null));
                    }
                }
            }
        }
    }

    /// <summary>In capitals, without spaces, with hyphens for underscores. What fits the pattern then is a pseudonym and may be quoted.</summary>
    private static string Tidied(string subject) =>
        string.Concat(subject.ToUpperInvariant().Where(letter => !char.IsWhiteSpace(letter)).Select(letter => letter == '_' ? '-' : letter));
}
