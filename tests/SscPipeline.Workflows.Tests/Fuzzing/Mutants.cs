namespace SscPipeline.Workflows.Tests.Fuzzing;

/// <summary>The same number always makes the same damaged file.</summary>
internal sealed class Mutants(IReadOnlyList<(string Name, byte[] Content)> originals)
{
    public Mutant Make(int seed)
    {
        var random = new Random(seed);
        var (name, content) = originals[random.Next(originals.Count)];
        var (damage, bytes) = Damage(content, random);
        return new Mutant(name, $"seed {seed}, {damage}", bytes);
    }

    private static (string Damage, byte[] Content) Damage(byte[] content, Random random) => content switch
    {
        [(byte)'P', (byte)'K', ..] when random.Next(6) > 0 => ("parts", PackageMutations.OfParts(content, random)),
        [0xD0, 0xCF, ..] when random.Next(3) > 0 => ("records", RecordMutations.OfBiff(content, random)),
        [(byte)'P' or 0xD0, ..] => ("bytes", ByteMutations.Some(content, random)),
        _ when random.Next(4) > 0 => ("table", TextMutations.OfTable(content, random)),
        _ => ("bytes", ByteMutations.Some(content, random)),
    };
}
