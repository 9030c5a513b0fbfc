using System.Xml;

namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>Names of elements and attributes, which a reader keeps until it is done; a part that goes on inventing them is damaged.</summary>
internal sealed class BoundedNameTable : NameTable
{
    /// <summary>The whole of SpreadsheetML has a few thousand.</summary>
    private const int MostNames = 20_000;
    private int _names;

    /// <exception cref="InvalidDataException">There are more names than the standard has.</exception>
    public override string Add(char[] key, int start, int len)
    {
        if (Get(key, start, len) is { } known)
        {
            return known;
        }

        return ++_names <= MostNames ? base.Add(key, start, len) : throw new InvalidDataException("The XML has too many different names.");
    }
}
