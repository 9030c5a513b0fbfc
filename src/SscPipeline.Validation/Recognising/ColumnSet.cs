using System.Collections.Immutable;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>The columns of one table while they are gathered: one for each variable.</summary>
internal sealed class ColumnSet(RecordKind kind, UnitsRow? units, HeadingFindings findings, Lexicon lexicon)
{
    private readonly Dictionary<string, LayoutColumn> columns = new(StringComparer.Ordinal);
    private readonly List<(Heading Heading, HeaderMeaning Meaning)> raters = [];

    public bool HasTime => columns.Values.Any(column => TableKind.IsTime(column.Variable));

    public bool HasValues => raters.Count > 0 || columns.Values.Any(column => column.Variable.Role == VariableRole.Value);

    /// <summary>Takes the column if its heading means one thing in this table; else says why it is not read.</summary>
    public void Take(Heading heading)
    {
        if (Choose(heading) is not { } meaning)
        {
            findings.Unread(heading, kind);
        }
        else if (heading.IsRater)
        {
            raters.Add((heading, meaning));
        }
        else
        {
            Take(heading, meaning);
        }
    }

    /// <summary>All columns but the subject's, which comes beside them. Raters without a number take the free ones in the order of the
    /// sheet.</summary>
    public (int SubjectColumn, ImmutableArray<LayoutColumn> Columns) Finish()
    {
        foreach (var (heading, meaning) in raters)
        {
            findings.Examine("SSC-029");
            if (Variables.MrssAssessors.FirstOrDefault(assessor => !columns.ContainsKey(assessor)) is { } free)
            {
                Take(heading, meaning with { Variable = lexicon.Dictionary[free] });
            }
            else
            {
                findings.Add("SSC-029", heading, ("heading", heading.Text));
            }
        }

        raters.Clear();
        columns.Remove(Variables.SubjectId, out var subject);
        return (subject?.Number ?? 0, [.. columns.Values]);
    }

    private void Take(Heading heading, HeaderMeaning meaning)
    {
        findings.Examine("SSC-010");
        var (unit, unknown) = units is null ? (meaning.Unit, heading.UnknownUnit) : units.Of(heading, meaning);
        var column = new LayoutColumn(heading.Column, heading.Text, meaning.Variable, unit, unknown) { IsInWeeks = heading.IsInWeeks };
        if (!columns.TryAdd(meaning.Variable.Name, column))
        {
            var first = CellAddress.ColumnName(columns[meaning.Variable.Name].Number);
            findings.Add("SSC-010", heading, ("heading", heading.Text), IssueDetail.OfVariable("label", meaning.Variable.Name), ("first", first));
        }
    }

    /// <summary>The meaning that belongs in the table, else a fact that belongs to subjects alone; null when there is none or more than
    /// one.</summary>
    private HeaderMeaning? Choose(Heading heading)
    {
        var fitting = heading.Meanings.Where(meaning => meaning.Variable.Tables.Contains(kind)).ToImmutableArray();
        var chosen = fitting.IsEmpty ? [.. heading.Meanings.Where(meaning => meaning.Variable.Tables is [RecordKind.Subject])] : fitting;
        return chosen.Length == 1 ? chosen[0] : null;
    }
}
