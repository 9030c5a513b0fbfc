namespace SscPipeline.Reporting.Disclosure;

/// <summary>What keeps single persons out of the public report.</summary>
/// <param name="Minimum">The smallest number of persons or events that is shown. 0 is shown: it is nobody.</param>
internal sealed record DisclosureRules(int Minimum)
{
    /// <summary>Below this n medians and quartiles are not shown: each is one person's value, or lies between two.</summary>
    public const int SmallestForQuantiles = 10;

    /// <summary>Also hide what would give a hidden number away. Off only to show that a test notices.</summary>
    public bool HidesComplements { get; init; } = true;

    /// <summary>Also hide means from which the mean of a few could be had by subtraction. Off only to show that a test notices.</summary>
    public bool HidesDifferences { get; init; } = true;

    /// <summary>Few enough to point at somebody.</summary>
    public bool IsSmall(int count) => count > 0 && count < Minimum;

    /// <summary>One is the other, or neither is nearly the other: subtracting them leaves nobody, or enough of them.</summary>
    public bool AreApart(int size, int other) => !HidesDifferences || !IsSmall(Math.Abs(size - other));
}
