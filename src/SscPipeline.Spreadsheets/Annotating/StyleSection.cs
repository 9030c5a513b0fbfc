using System.Xml.Linq;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>A list of the styles part whose members are known by their number.</summary>
internal sealed class StyleSection(XElement section)
{
    private readonly List<XElement> _members = [.. section.Elements()];
    private Dictionary<string, int>? _numbers;

    public int Count => _members.Count;

    public XElement this[int number] => _members[number];

    public XElement? Find(int number) => (uint)number < (uint)_members.Count ? _members[number] : null;

    /// <returns>The member's number: an old one when the list has such a member already.</returns>
    public int Add(XElement member)
    {
        _numbers ??= _members.Select((known, number) => (Key: Key(known), number)).DistinctBy(known => known.Key).ToDictionary(known => known.Key, known => known.number, StringComparer.Ordinal);
        var key = Key(member);
        if (!_numbers.TryGetValue(key, out var number))
        {
            section.Add(member);
            _members.Add(member);
            _numbers[key] = number = _members.Count - 1;
        }

        return number;
    }

    /// <summary>Fills an empty list.</summary>
    public void Ensure(params ReadOnlySpan<Func<XElement>> members)
    {
        if (_members.Count == 0)
        {
            foreach (var member in members)
            {
                Add(member());
            }

            SetCount();
        }
    }

    public void SetCount() => section.SetAttributeValue("count", _members.Count);

    private static string Key(XElement member) => member.ToString(SaveOptions.DisableFormatting);
}
