using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Domain.Guides;

/// <summary>One sheet to fill in: columns in groups, the common ones first.</summary>
/// <param name="Name">Of the sheet.</param>
public sealed record TemplateTable(RecordKind Kind, string Name, ImmutableArray<TemplateGroup> Groups)
{
    public IEnumerable<TemplateColumn> Columns => Groups.SelectMany(group => group.Columns);
}

/// <param name="Title">Stands above its columns.</param>
public sealed record TemplateGroup(string Title, ImmutableArray<TemplateColumn> Columns);
