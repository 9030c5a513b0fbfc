namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>Numbers of the styles of our own sheet.</summary>
internal sealed class IssueStyles(Func<bool, string?, string?, int> add)
{
    public int Text { get; } = add(false, null, null);

    public int Header { get; } = add(true, null, "FFE7E6E6");

    public int Link { get; } = add(false, "FF0B5394", null);

    public int Error { get; } = add(false, null, MarkFills.Error);

    public int Warning { get; } = add(false, null, MarkFills.Warning);
}
