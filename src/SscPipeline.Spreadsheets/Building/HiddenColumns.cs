using System.Collections.Immutable;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Building;

/// <summary>Columns hidden by hand or by a width of 0.</summary>
internal sealed class HiddenColumns
{
    private readonly bool[] _hidden = new bool[CellAddress.MaxColumn + 1];

    /// <summary>Both ends included; 1 is A. What is not on a sheet is ignored.</summary>
    public void Add(long first, long last)
    {
        var (from, to) = (Math.Max(1, first), Math.Min(last, CellAddress.MaxColumn));
        if (from <= to)
        {
            _hidden.AsSpan((int)from, (int)(to - from + 1)).Fill(true);
        }
    }

    /// <summary>Only columns up to <paramref name="lastUsed"/>: many people hide all that is right of their table.</summary>
    public ImmutableArray<int> UpTo(int lastUsed) => [.. Enumerable.Range(1, lastUsed).Where(column => _hidden[column])];
}
