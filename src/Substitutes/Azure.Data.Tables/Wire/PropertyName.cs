using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>The name of a property as text and as it comes over the wire, unescaped.</summary>
internal sealed class PropertyName(string name)
{
    private const string TypeSuffix = "@odata.type";

    public string Name { get; } = name;

    public byte[] Wire { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>The property of which this one is the type; null for a property with a value of its own.</summary>
    public string? TypeOf { get; } = name.EndsWith(TypeSuffix, StringComparison.Ordinal) ? name[..^TypeSuffix.Length] : null;
}
