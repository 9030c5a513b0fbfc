using System.Collections.Immutable;

namespace SscPipeline.Workflows.Publishing;

/// <summary>Who is reported to: each has its own files, and nothing of one gets into those of the other.</summary>
internal static class Audiences
{
    public const string Controlled = "controlled";
    public const string Public = "public";

    public static ImmutableArray<string> All { get; } = [Controlled, Public];
}
