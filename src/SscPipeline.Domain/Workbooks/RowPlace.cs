namespace SscPipeline.Domain.Workbooks;

/// <summary>Where the cells of a row lie.</summary>
internal readonly struct RowPlace
{
    /// <summary>Its complement when the row is hidden.</summary>
    private readonly int number;

    /// <param name="start">Of the row's first cell among those of its sheet.</param>
    /// <param name="columns">By rising number; one array for all rows that fill the same columns.</param>
    public RowPlace(int number, int start, int[] columns, bool isHidden) =>
        (this.number, Start, Columns) = (isHidden ? ~number : number, start, columns);

    public int Number => IsHidden ? ~number : number;

    public bool IsHidden => number < 0;

    public int Start { get; }

    public int[] Columns { get; }
}
