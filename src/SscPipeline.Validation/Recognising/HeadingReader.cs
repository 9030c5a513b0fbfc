using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>What a heading means: an exact match first, then the site's mapping, then a rater's name, then a variable and a visit
/// together.</summary>
internal sealed class HeadingReader(Lexicon lexicon, HeaderMapping mapping)
{
    private const int LongestHeading = 200;

    public Lexicon Lexicon { get; } = lexicon;

    public Heading Read(int row, Cell cell) => Read(row, cell.Column, cell.Text ?? "");

    public Heading Read(int row, int column, string text)
    {
        var whole = ReadWhole(row, column, text);
        if (whole.IsRater)
        {
            // What follows the word "assessor" may be more than a name: "mRSS assessor 1 6m".
            return WithVisit(whole, visit => !visit.IsBareNumber) ?? whole;
        }

        return whole.IsKnown || whole.IsIgnored || Lexicon.Visits.Read(whole.Text) is not null
            ? whole
            : WithVisit(whole, _ => true) ?? whole;
    }

    /// <summary>What a heading means if its number is a visit's and not an assessor's: <c>mRSS 3</c>. Null when it has none.</summary>
    public Heading? AsBareNumber(Heading heading) => WithVisit(heading, visit => visit.IsBareNumber);

    private Heading ReadWhole(int row, int column, string text)
    {
        var heading = Heading.Read(row, column, text, Lexicon);
        if (heading.IsKnown || heading.Text.Length is 0 or > LongestHeading)
        {
            return heading;
        }

        return mapping.Find(heading.Text) switch
        {
            HeaderMapping.Ignore => heading with { IsIgnored = true },
            { } canonical => heading with { Meanings = [new HeaderMeaning(Lexicon.Dictionary[canonical], null)] },
            _ when Lexicon.IsWeekHeading(heading.Text) => heading with
            {
                Meanings = [new HeaderMeaning(Lexicon.Dictionary[Domain.Outcomes.Variables.StudyDay], null)],
                IsInWeeks = true,
            },
            _ when RaterName.Follows(heading.Text, Lexicon) => heading with
            {
                Meanings = [new HeaderMeaning(Lexicon.Dictionary[Domain.Outcomes.Variables.MrssAssessors[0]], null)],
                IsRater = true,
            },
            _ => heading,
        };
    }

    private Heading? WithVisit(Heading heading, Func<VisitMark, bool> isMeant)
    {
        foreach (var (rest, visit) in VisitSplit.Of(heading.Text, Lexicon.Visits))
        {
            if (isMeant(visit)
                && ReadWhole(heading.Row, heading.Column, rest) is { IsKnown: true, IsInWeeks: false } read
                && read.Variable?.Name != Domain.Outcomes.Variables.SubjectId)
            {
                return read with { Text = heading.Text, Visit = visit };
            }
        }

        return null;
    }
}
