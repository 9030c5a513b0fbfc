using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>Columns hidden by hand or by a width of 0.</summary>
internal sealed class HiddenColumns
{
    private readonly BitArray _hidden = new(CellAddress.MaxColumn + 1);

    public void Read(XmlPart col)
    {
        if (!col.Flag("hidden") && col.Attribute("width") != "0")
        {
            return;
        }

        var last = Math.Min(Number(col, "max"), CellAddress.MaxColumn);
        for (var column = Math.Max(1, Number(col, "min")); column <= last; column++)
        {
            _hidden[column] = true;
        }
    }

    /// <summary>Only columns up to <paramref name="lastUsed"/>: many people hide all that is right of their table.</summary>
    public ImmutableArray<int> UpTo(int lastUsed) => [.. Enumerable.Range(1, lastUsed).Where(column => _hidden[column])];

    private static int Number(XmlPart col, string name) =>
        int.TryParse(col.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
