using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Reporting.Figures;

/// <summary>Puts figures of some subjects of a site each together to those of the site: of a large one, only some subjects at a time need to be joined.</summary>
public static class FigureParts
{
    /// <param name="parts">No subject is in two of them. The result does not depend on their order.</param>
    public static SiteFigures Together(string site, IReadOnlyCollection<SiteFigures> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var columns = new FigureColumns(parts.Sum(part => part.Columns.Rows));
        var subjects = ImmutableArray.CreateBuilder<SubjectFigures>(parts.Sum(part => part.SubjectCount));
        var (row, sent) = (0, 0UL);
        foreach (var part in parts)
        {
            sent |= part.Sent;
        }

        foreach (var (subject, from) in parts.SelectMany(part => part.Subjects.Select(subject => (subject, part.Columns))).OrderBy(one => one.subject.Subject, StringComparer.Ordinal))
        {
            Copy(from, subject.FirstRow, columns, row, subject.Rows);
            subjects.Add(subject with { FirstRow = row });
            row += subject.Rows;
        }

        return new SiteFigures(site, subjects.MoveToImmutable(), columns, sent);
    }

    private static void Copy(FigureColumns from, int first, FigureColumns to, int at, int rows)
    {
        from.StudyDays.AsSpan(first, rows).CopyTo(to.StudyDays.AsSpan(at));
        from.Tpn.AsSpan(first, rows).CopyTo(to.Tpn.AsSpan(at));
        for (var place = 0; place < FigureVariables.Numbers.Length; place++)
        {
            for (var row = 0; row < rows; row++)
            {
                if (from.Number(place, first + row) is { } number)
                {
                    to.Set(place, at + row, number);
                }

                if (from.IsWithheld(place, first + row))
                {
                    to.SetMissing(place, at + row, MissingReason.Withheld);
                }

                if (from.IsNotDone(place, first + row))
                {
                    to.SetMissing(place, at + row, MissingReason.NotDone);
                }
            }
        }
    }
}
