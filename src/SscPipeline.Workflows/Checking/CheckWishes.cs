using System.Collections.Immutable;
using SscPipeline.Domain;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Workflows.Checking;

/// <summary>How files at hand are checked.</summary>
public sealed record CheckWishes
{
    /// <summary>Of receipts and copies; null for the language of the site.</summary>
    public Language? Language { get; init; }

    /// <summary>A CSV of <c>canonical,header</c>; one that cannot be used is a warning in every receipt.</summary>
    public string Mapping { get; init; } = "";

    /// <summary>Documents that the site has in use: a file that comes alone is read together with them.</summary>
    public ImmutableArray<SiteDocument> Others { get; init; } = [];

    /// <summary>Takes the annotated copy of the file with this number (0 is the first), where there is one; null when none are wanted.</summary>
    public Action<int, AnnotatedFile>? Annotated { get; init; }
}
