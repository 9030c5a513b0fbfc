using System.Collections.Immutable;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>Settles which column says when a visit was, where headings and cells disagree or say it twice.</summary>
internal static class VisitColumns
{
    public static ImmutableArray<Heading> Settle(
        Sheet sheet, HeaderRow header, ImmutableArray<Heading> headings, Lexicon lexicon, HeadingFindings findings)
    {
        var label = lexicon.Dictionary[Variables.VisitLabel];
        var settled = ImmutableArray.CreateBuilder<Heading>(headings.Length);
        foreach (var heading in headings)
        {
            var hasLabel = headings.Concat(settled).Any(other => other.Visit is null && other.Variable == label);
            if (heading is { IsInWeeks: true } && ExactTime(headings) is { } time)
            {
                if (hasLabel)
                {
                    findings.SaysVisitsOtherwise(heading, IssueDetail.Phrase(
                        "reason", "column {column} says already when the visit was", ("column", CellAddress.ColumnName(time.Column))));
                }
                else
                {
                    settled.Add(heading with { Meanings = [new HeaderMeaning(label, null)], IsInWeeks = false });
                }
            }
            else
            {
                settled.Add(!hasLabel && heading.Variable?.Name is Variables.VisitMonth && HoldsNames(sheet, header, heading.Column, lexicon)
                    ? heading with { Meanings = [new HeaderMeaning(label, null)] }
                    : heading);
            }
        }

        return settled.ToImmutable();
    }

    private static Heading? ExactTime(ImmutableArray<Heading> headings) => headings.FirstOrDefault(heading =>
        heading is { Visit: null, IsInWeeks: false, Variable.Name: Variables.VisitDate or Variables.StudyDay or Variables.VisitMonth });

    /// <summary>A column of months in which "M6" or 基线 stands is one of names.</summary>
    private static bool HoldsNames(Sheet sheet, HeaderRow header, int column, Lexicon lexicon)
    {
        foreach (var row in sheet.Rows.Skip(header.RowIndex + 1))
        {
            if (row[column] is { Kind: CellKind.Text } cell && lexicon.Visits.Time(cell.Text!) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
