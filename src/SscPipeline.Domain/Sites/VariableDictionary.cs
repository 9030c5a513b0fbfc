using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace SscPipeline.Domain.Sites;

/// <summary>Something by variable, in ordinal order of the variables' names. It never changes.</summary>
/// <remarks>Two arrays: reading a site for a report makes one of these for each visit, and a sorted tree with a node for each value took
/// most of the time of joining.</remarks>
public sealed class VariableDictionary<TValue> : IReadOnlyDictionary<string, TValue>
{
    public VariableDictionary()
        : this([], [])
    {
    }

    public VariableDictionary(IReadOnlyDictionary<string, TValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var sorted = values.OrderBy(value => value.Key, StringComparer.Ordinal).ToArray();
        (Keys, Values) = ([.. sorted.Select(value => value.Key)], [.. sorted.Select(value => value.Value)]);
    }

    /// <param name="keys">Sorted.</param>
    internal VariableDictionary(ImmutableArray<string> keys, ImmutableArray<TValue> values) => (Keys, Values) = (keys, values);

    /// <summary>Those with the same variables often have the same array of them, so that who goes through many can look up something about them once.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>In the order of <see cref="Keys"/>.</summary>
    public ImmutableArray<TValue> Values { get; }

    public int Count => Keys.Length;

    IEnumerable<string> IReadOnlyDictionary<string, TValue>.Keys => Keys;

    IEnumerable<TValue> IReadOnlyDictionary<string, TValue>.Values => Values;

    public TValue this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is nothing of the variable '{key}'.");

    public bool ContainsKey(string key) => PlaceOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value)
    {
        var place = PlaceOf(key);
        value = place < 0 ? default : Values[place];
        return place >= 0;
    }

    public VariableDictionary<TValue> SetItem(string key, TValue value) => SetItems([KeyValuePair.Create(key, value)]);

    /// <summary>One that has these too, or instead of what it had of the same variables.</summary>
    public VariableDictionary<TValue> SetItems(IEnumerable<KeyValuePair<string, TValue>> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var values = new Dictionary<string, TValue>(this, StringComparer.Ordinal);
        foreach (var (key, value) in items)
        {
            values[key] = value;
        }

        return new VariableDictionary<TValue>(values);
    }

    public IEnumerator<KeyValuePair<string, TValue>> GetEnumerator()
    {
        for (var place = 0; place < Keys.Length; place++)
        {
            yield return KeyValuePair.Create(Keys[place], Values[place]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(string key)
    {
        var (from, to) = (0, Keys.Length - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            switch (string.CompareOrdinal(Keys[middle], key))
            {
                case 0:
                    return middle;
                case < 0:
                    from = middle + 1;
                    break;
                default:
                    to = middle - 1;
                    break;
            }
        }

        return -1;
    }
}
