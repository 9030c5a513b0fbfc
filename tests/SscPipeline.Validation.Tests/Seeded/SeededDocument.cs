using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tests.Seeded;

/// <summary>One document of the seeded set: the same number always gives the same document.</summary>
internal sealed record SeededDocument(int Number, Habits Habits, Workbook Workbook, string[] Defects, string[] Expected)
{
    private const int Seed = 20_120_801;

    private static readonly Defect[] Readable = [.. NumberDefects.All, .. ValueDefects.All, .. RowDefects.All];

    public static IEnumerable<Defect> Kinds => [.. Readable, .. IdentifierDefects.All];

    public static SeededDocument Clean(int number)
    {
        var (_, habits, book) = Draw(Seed + number, out _);
        return new SeededDocument(number, habits, book.Write(), [], []);
    }

    /// <summary>One defective document: the kinds take turns, so that each is planted several times.</summary>
    public static SeededDocument Defective(int number)
    {
        var (study, habits, book) = Draw(Seed + 100_000 + number, out var random);
        var planting = new Planting(study, habits, book, random);
        var isFatal = number % 6 == 5;
        var kinds = isFatal ? IdentifierDefects.All : Readable;
        var planted = new List<string>();
        var (turn, wanted) = (isFatal ? number / 6 : number * 3, random.Next(1, isFatal ? 3 : 5));
        for (var tried = 0; tried < kinds.Length && planted.Count < wanted; tried++)
        {
            var kind = kinds[(turn + tried) % kinds.Length];
            if (kind.Plant(planting))
            {
                planted.Add(kind.Name);
            }
        }

        var workbook = book.Write();
        return new SeededDocument(number, habits, workbook, [.. planted], [.. planting.Expected().Order(StringComparer.Ordinal)]);
    }

    private static (Study Study, Habits Habits, Book Book) Draw(int seed, out Random random)
    {
        random = new Random(seed);
        var habits = Habits.Draw(random);
        var study = Study.Draw(random, habits);
        return (study, habits, new Book(study, habits, new Pen(habits, random)));
    }
}
