using System.Runtime.CompilerServices;

namespace SscPipeline.Validation.Identifiers;

/// <summary>What the tests said of texts that came not long ago. Cells of a column share their texts, and a dozen patterns on each of them would take
/// longer than all checks.</summary>
internal sealed class RecentTexts
{
    private const int Most = 1024;

    private readonly (string? Text, string? Class, bool HasLongNumber)[] recent = new (string?, string?, bool)[Most];

    public string? Class(string text) => Of(text).Class;

    public bool HasLongNumber(string text) => Of(text).HasLongNumber;

    private ref readonly (string? Text, string? Class, bool HasLongNumber) Of(string text)
    {
        ref var slot = ref recent[RuntimeHelpers.GetHashCode(text) & (Most - 1)];
        if (!ReferenceEquals(slot.Text, text))
        {
            slot = (text, ValueTest.Class(text), LongNumber.IsIn(text));
        }

        return ref slot;
    }
}
