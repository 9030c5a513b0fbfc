using System.Collections.Immutable;
using SscPipeline.Domain;
using SscPipeline.Domain.Guides;
using SscPipeline.Spreadsheets;
using SscPipeline.Validation;

namespace SscPipeline.Workflows.Guides;

/// <summary>The empty workbook that sites fill in: instructions, one sheet per table, and a sheet of lists that is not shown.</summary>
public sealed class TemplateWorkbook
{
    private readonly DocumentChecker checker;

    internal TemplateWorkbook(DocumentChecker checker) => this.checker = checker;

    public byte[] Write(Language language)
    {
        var guide = checker.Template(language);
        var lists = new TemplateLists(guide.Mark);
        var tables = guide.Tables.Select(table => TemplateTableSheet.Of(table, lists)).ToList();
        using var bytes = new MemoryStream();
        WorkbookWriter.Write(bytes, [Instructions(guide), .. tables, lists.ToSheet()]);
        return bytes.ToArray();
    }

    private static DraftSheet Instructions(TemplateGuide guide) => new(
        guide.InstructionSheet,
        [[.. TemplateMark.Row(guide.Mark)], .. guide.Instructions.Select(ImmutableArray<DraftCell> (note) => [default, (DraftCell)note.Text with { Style = Style(note.Kind) }])])
    {
        HeaderRows = 0,
        HiddenRows = [1],
        ColumnWidths = [2, 84],
        ShowsGrid = false,
    };

    private static DraftStyle Style(TemplateNoteKind kind) => kind switch
    {
        TemplateNoteKind.Title => new DraftStyle { IsBold = true, Size = 16, Wraps = true },
        TemplateNoteKind.Heading => new DraftStyle { IsBold = true, Size = 13, Wraps = true, Ink = "0B5394" },
        TemplateNoteKind.Paragraph => new DraftStyle { Wraps = true },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
