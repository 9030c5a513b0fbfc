using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Validation.Recognising;

/// <summary>Whether the numbers in <c>mRSS_0, mRSS_6, mRSS_12</c> are months: when each is one of the schedule and one of them is 0 or
/// above any number of assessors. A lone 0 beside visits written in full is baseline.</summary>
internal static class BareNumbers
{
    private const int MostAssessors = 4;

    private static readonly int[] Months = [0, 1, 3, 6, 9, 12, 18, 24, 30, 36];

    /// <summary>The headings with their visits settled; with the first that was read as a month, to be asked about.</summary>
    public static (ImmutableArray<Heading> Headings, Heading? Asked) Settle(IReadOnlyList<Heading> headings, HeadingReader reader)
    {
        var numbers = headings.Where(IsBare).Select(Number).Distinct().ToList();
        if (numbers.Count == 0)
        {
            return ([.. headings], null);
        }

        var hasFullVisits = headings.Any(heading => heading.Visit is { IsBareNumber: false });
        var areMonths = numbers.TrueForAll(number => Months.Contains(number)) && (hasFullVisits
            ? numbers is [0]
            : numbers.Exists(number => number is 0 or > MostAssessors));
        if (!areMonths)
        {
            return ([.. headings.Select(heading => IsBare(heading) ? heading with { Meanings = [], Visit = null } : heading)], null);
        }

        var settled = headings.Select(heading => Settled(IsBare(heading) || hasFullVisits ? heading : Reread(heading, reader))).ToImmutableArray();
        return (settled, numbers is [0] ? null : settled.First(heading => heading.Visit is { IsBareNumber: true }));
    }

    /// <summary>Among visits, the 3 of "mRSS 3" is no assessor.</summary>
    private static Heading Reread(Heading heading, HeadingReader reader) =>
        heading.Variable is { } variable && Variables.MrssAssessors.Contains(variable.Name)
        && reader.AsBareNumber(heading) is { } read && Months.Contains(Number(read)) ? read : heading;

    private static Heading Settled(Heading heading) =>
        IsBare(heading) ? heading with { Visit = heading.Visit! with { Time = VisitTime.AtMonth(Number(heading)) } } : heading;

    private static bool IsBare(Heading heading) => heading.Visit is { IsBareNumber: true };

    private static int Number(Heading heading) => int.Parse(heading.Visit!.Text, System.Globalization.CultureInfo.InvariantCulture);
}
