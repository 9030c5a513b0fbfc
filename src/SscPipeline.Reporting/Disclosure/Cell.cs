namespace SscPipeline.Reporting.Disclosure;

/// <summary>A count of persons or events, and whether readers see it.</summary>
/// <param name="isPrinted">False: it stands nowhere and could only be computed.</param>
/// <param name="isSensitive">Too small to be known.</param>
/// <param name="importance">Of two cells that would do, the less important one is hidden.</param>
/// <param name="index">Its place in the block.</param>
/// <param name="value">The true number.</param>
internal sealed class Cell(int index, int value, bool isPrinted, bool isSensitive, int importance)
{
    public int Index => index;

    public int Value => value;

    public bool IsSensitive => isSensitive;

    public int Importance => importance;

    public bool IsShown { get; set; } = isPrinted;

    /// <summary>Null when hidden.</summary>
    public int? Shown => IsShown ? value : null;
}

/// <summary>What every reader knows: the parts, none of them negative, add up to the total.</summary>
internal sealed record CellSum(Cell Total, IReadOnlyList<Cell> Parts)
{
    /// <summary>The parts and their total.</summary>
    public IReadOnlyList<Cell> Cells { get; } = [.. Parts, Total];
}
