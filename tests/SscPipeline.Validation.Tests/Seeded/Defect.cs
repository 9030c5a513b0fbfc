namespace SscPipeline.Validation.Tests.Seeded;

/// <summary>A kind of mistake.</summary>
/// <param name="Plant">False when these habits leave no place for it.</param>
internal sealed record Defect(string Name, Func<Planting, bool> Plant)
{
    /// <summary>The file is rejected, and nothing else is said of it.</summary>
    public bool IsFatal { get; init; }
}
