namespace SscPipeline.Validation.Tests.Seeded;

internal enum Layout
{
    /// <summary>A row for each visit, facts in a sheet of subjects.</summary>
    Long,

    /// <summary>A row for each visit, facts repeated on each.</summary>
    LongWithFacts,
    Wide,

    /// <summary>Visits in a row above the variables.</summary>
    TwoRows,
    SheetPerVisit,
}

internal enum Numerals
{
    Cells,
    Point,
    Comma,
    FullWidth,
}

internal enum Times
{
    Day,
    Month,
    Date,
}

internal enum Dates
{
    Serial1900,
    Serial1904,
    Iso,
    DayFirst,
    Chinese,
    Named,
}

internal enum Skin
{
    Total,
    Areas,
    Assessors,
}

/// <summary>How one coordinator fills in a workbook; drawn once for each document.</summary>
internal sealed record Habits(
    bool IsChinese,
    Layout Layout,
    Numerals Numerals,
    Times Times,
    Dates Dates,
    Skin Skin,
    bool HasTitle,
    bool HasSummary,
    bool HasUnitsRow,
    bool HasFlags,
    bool HasPercentCells,
    bool HasMaximum,
    bool HasEvents,
    int Spelling)
{
    public bool IsLong => Layout is Layout.Long or Layout.LongWithFacts;

    public static Habits Draw(Random random)
    {
        var (chinese, layout) = (random.Next(2) == 0, (Layout)random.Next(5));
        var numerals = (Numerals)random.Next(4);
        var dates = (Dates)random.Next(6);
        return new Habits(
            chinese, layout, numerals,
            layout is Layout.Long or Layout.LongWithFacts ? (Times)random.Next(3) : Times.Month,
            dates, (Skin)random.Next(3),
            HasTitle: random.Next(3) == 0, HasSummary: random.Next(3) == 0,
            HasUnitsRow: layout == Layout.Long && random.Next(4) == 0,
            HasFlags: random.Next(2) == 0, HasPercentCells: numerals == Numerals.Cells && random.Next(3) == 0, HasMaximum: random.Next(4) == 0,
            HasEvents: random.Next(3) > 0, Spelling: random.Next(1000));
    }
}
