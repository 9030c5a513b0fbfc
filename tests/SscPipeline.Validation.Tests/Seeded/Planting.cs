using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tests.Seeded;

/// <summary>Where defects are put into a study, and what must be found of them.</summary>
internal sealed class Planting(Study study, Habits habits, Book book, Random random)
{
    private readonly HashSet<Entry> used = [];
    private readonly List<(object Of, string Variable, string Check)> expected = [];

    public Study Study => study;

    public Habits Habits => habits;

    public Book Book => book;

    public bool HasSubjectsSheet => habits.Layout is Layout.Long or Layout.SheetPerVisit;

    public bool HasFactsOnce => habits.Layout != Layout.LongWithFacts;

    public bool IsCommaDecimal => habits.Numerals == Numerals.Comma;

    /// <summary>A visit without a defect so far that has all of these; null when there is none.</summary>
    public Entry? Visit(params string[] variables) => Unused(study.Visits, variables);

    /// <summary>One after which no other visit of its subject comes.</summary>
    public Entry? LastVisit() => Unused([.. study.Visits.Where(visit => visit.Month == study.Months[^1])], []);

    public Entry? Subject() => Unused(study.Subjects, []);

    public Entry? Event() => Unused(study.Events, []);

    /// <summary>Writes this into the place of a value that is not used yet.</summary>
    public bool Replace(Entry? entry, string variable, object value, string check)
    {
        if (entry is null)
        {
            return false;
        }

        used.Add(entry);
        entry.Values[variable] = new Certain(value);
        return Expect(entry, variable, check);
    }

    public bool Expect(object of, string variable, string check)
    {
        expected.Add((of, variable, check));
        return true;
    }

    /// <summary>"Visits!C4 SSC-021", once the workbook is written.</summary>
    public IEnumerable<string> Expected() => expected.Select(each => each.Of is string place ? $"{place}! {each.Check}" : $"{book.Place(each.Of, each.Variable)} {each.Check}");

    public WrittenUnit Unit(string variable) => Vocabulary.Terms[variable].Unit(habits);

    public string Any(params string[] texts) => texts[random.Next(texts.Length)];

    public int Any(int from, int to) => random.Next(from, to);

    public Cell Serial(DateOnly date) =>
        Cell.OfNumber(1, date.DayNumber - (habits.Dates == Dates.Serial1904 ? new DateOnly(1904, 1, 1) : new DateOnly(1899, 12, 30)).DayNumber, new NumberFormat("d-mmm"));

    private Entry? Unused(List<Entry> entries, string[] variables)
    {
        var free = entries.Where(entry => !used.Contains(entry) && Array.TrueForAll(variables, entry.Values.ContainsKey)).ToList();
        if (free.Count == 0)
        {
            return null;
        }

        var entry = free[random.Next(free.Count)];
        used.Add(entry);
        return entry;
    }
}
