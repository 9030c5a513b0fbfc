namespace SscPipeline.Reporting.Disclosure;

/// <summary>Sizes of groups of which readers know the mean of the same values.</summary>
/// <remarks>If one group holds another and is larger by one, the two means give that person's value. Readers know sizes and not who is in a
/// group, so groups are kept apart by size: where one holds the other, the rest is nobody or enough; where none does, no subtraction leaves a mean.</remarks>
internal sealed class GroupSizes(DisclosureRules rules)
{
    private readonly HashSet<int> sizes = [];
    private readonly HashSet<int> unknown = [];

    /// <summary>False where the mean of this group must not be known beside the others.</summary>
    public bool TryJoin(int size)
    {
        if (!sizes.All(other => rules.AreApart(size, other)) || !unknown.All(other => IsFar(size, other)))
        {
            return false;
        }

        sizes.Add(size);
        return true;
    }

    /// <summary>For a group whose mean would give that of a few away, if it were known: neither it nor one of nearly its size may become known.</summary>
    public bool TryStayUnknown(int size)
    {
        if (!sizes.All(other => IsFar(size, other)))
        {
            return false;
        }

        unknown.Add(size);
        return true;
    }

    private bool IsFar(int size, int other) => !rules.HidesDifferences || Math.Abs(size - other) >= rules.Minimum;
}
