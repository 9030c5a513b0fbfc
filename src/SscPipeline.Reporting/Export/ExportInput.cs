using System.Collections.Immutable;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Export;

/// <summary>What an export is made from.</summary>
/// <param name="Sites">With recomputed values.</param>
/// <param name="Reference">What they were recomputed with.</param>
/// <param name="UnitOfVariable">The canonical unit, empty where there is none.</param>
/// <param name="LabelOfVariable">Of the dictionary, in English; the name itself for what is no variable.</param>
/// <param name="AsOf">The time whose knowledge it is; null for what is current.</param>
public sealed record ExportInput(
    string Study,
    ImmutableArray<SiteData> Sites,
    ReferenceChoice Reference,
    Func<string, string> UnitOfVariable,
    Func<string, string> LabelOfVariable,
    string DictionaryVersion,
    DateTimeOffset? AsOf);
