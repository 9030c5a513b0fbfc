namespace SscPipeline.Workflows.Tests.Fuzzing;

/// <summary>A damaged file: what it was made of, by which kind of damage, and its bytes.</summary>
internal sealed record Mutant(string Name, string Damage, byte[] Content);
