using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Reporting.Figures;

/// <summary>The visits of a site whose study day is known: a row each, a column a variable.</summary>
/// <remarks>Written once while it is made, and then only read.</remarks>
internal sealed class FigureColumns(int rows)
{
    private readonly FigureColumn?[] numbers = new FigureColumn[FigureVariables.Numbers.Length];
    private ulong[] withheld = [];
    private ulong[] notDone = [];

    public int Rows => rows;

    public int[] StudyDays { get; } = new int[rows];

    /// <summary>The code of parenteral nutrition; null where none was sent.</summary>
    public string?[] Tpn { get; } = new string?[rows];

    /// <summary>Null for a variable without any value at this site.</summary>
    public FigureColumn? Column(int place) => numbers[place];

    public decimal? Number(int place, int row) => numbers[place]?.Number(row);

    public bool IsWithheld(int place, int row) => withheld.Length > 0 && (withheld[row] & (1UL << place)) != 0;

    public bool IsNotDone(int place, int row) => notDone.Length > 0 && (notDone[row] & (1UL << place)) != 0;

    public void Set(int place, int row, decimal number) => (numbers[place] ??= new FigureColumn(rows)).Set(row, number);

    public void SetColumn(int place, FigureColumn column) => numbers[place] = column;

    public void SetMissing(int place, int row, MissingReason reason)
    {
        if (reason == MissingReason.Withheld)
        {
            Mark(ref withheld, place, row);
        }
        else if (reason == MissingReason.NotDone)
        {
            Mark(ref notDone, place, row);
        }
    }

    /// <summary>By row; empty when nothing is missing for this reason.</summary>
    public ReadOnlySpan<ulong> Masks(MissingReason reason) => reason == MissingReason.Withheld ? withheld : notDone;

    public void SetMasks(MissingReason reason, ulong[] masks)
    {
        if (reason == MissingReason.Withheld)
        {
            withheld = masks;
        }
        else
        {
            notDone = masks;
        }
    }

    private void Mark(ref ulong[] masks, int place, int row)
    {
        if (masks.Length == 0)
        {
            masks = new ulong[rows];
        }

        masks[row] |= 1UL << place;
    }
}
