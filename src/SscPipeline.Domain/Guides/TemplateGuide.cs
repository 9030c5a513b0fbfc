using System.Collections.Immutable;

namespace SscPipeline.Domain.Guides;

/// <summary>What the empty workbook holds that sites fill in, in one language.</summary>
/// <param name="Mark">Tells a later reading which dictionary the workbook was made from.</param>
/// <param name="InstructionSheet">The name of the first sheet.</param>
/// <param name="Instructions">Its paragraphs, from top to bottom.</param>
/// <param name="Tables">One sheet each.</param>
public sealed record TemplateGuide(
    string Mark, string InstructionSheet, ImmutableArray<TemplateNote> Instructions, ImmutableArray<TemplateTable> Tables);

/// <summary>A paragraph of the instructions.</summary>
public sealed record TemplateNote(TemplateNoteKind Kind, string Text);

public enum TemplateNoteKind
{
    Title,
    Heading,
    Paragraph,
}
