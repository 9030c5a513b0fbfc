namespace SscPipeline.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Ours">In <paramref name="Unit"/>, the median of all rounds.</param>
/// <param name="Must">The ratio that is not to be exceeded.</param>
internal sealed record Measurement(string Name, string What, string ComparedWith, string Unit, double Ours, double Theirs, double Must, double Aim)
{
    public double Ratio => Ours / Theirs;

    public bool Holds => Ratio <= Must;
}
