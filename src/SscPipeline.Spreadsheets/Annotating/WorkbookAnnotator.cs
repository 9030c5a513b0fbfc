using System.Xml;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Detection;
using SscPipeline.Spreadsheets.Limits;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>Gives a site its own workbook back with the cells marked that need it.</summary>
/// <param name="limits">What one file may cost; parts that a reader never opens are copied and count here.</param>
/// <param name="time">For the limit of time; the system's clock when absent.</param>
public sealed class WorkbookAnnotator(SpreadsheetLimits limits, TimeProvider? time = null)
{
    /// <summary>Writes an <c>.xlsx</c> (an <c>.xlsm</c> for one): a package is edited in a copy, anything else is written anew with the same cells.</summary>
    /// <param name="original">What the site sent; seekable, read from its start and left open.</param>
    /// <param name="workbook">What <see cref="WorkbookReader"/> made of it.</param>
    /// <param name="notes">At most 1,000 of them are listed and marked, in their order; several on one cell become one comment.</param>
    /// <param name="destination">Left open. What was written to it is of no use when the answer is null.</param>
    /// <returns>The extension that a name of the copy needs, such as <c>.xlsx</c>, or <c>.xlsm</c> when it holds macros; null when a part that
    /// reading does not need is damaged or crosses a limit, so that no copy can be made.</returns>
    public string? Annotate(
        Stream original, Workbook workbook, IReadOnlyList<CellNote> notes, AnnotationTexts texts, Stream destination, CancellationToken cancellationToken)
    {
        if (workbook.Format == WorkbookFormat.Xlsx)
        {
            return AnnotatePackage(original, workbook, notes, texts, destination, cancellationToken);
        }

        using var plain = new MemoryStream();
        var names = PlainNames.Of(workbook);
        PlainCopy.Write(workbook, names, plain, cancellationToken);
        var renamed = workbook with { Sheets = [.. workbook.Sheets.Select((sheet, at) => sheet with { Name = names[at] })] };
        var newNames = workbook.Sheets.Zip(names).DistinctBy(pair => pair.First.Name).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
        var moved = notes.Select(note => note.Sheet is { } sheet ? note with { Sheet = newNames.GetValueOrDefault(sheet, sheet) } : note).ToList();
        return AnnotatePackage(plain, renamed, moved, texts, destination, cancellationToken);
    }

    private string? AnnotatePackage(
        Stream original, Workbook workbook, IReadOnlyList<CellNote> notes, AnnotationTexts texts, Stream destination, CancellationToken cancellationToken)
    {
        var meter = new ReadingMeter(Costs(workbook.Format), original.Length, time ?? TimeProvider.System, cancellationToken);
        try
        {
            using var package = new OoxmlPackage(original, meter);
            return new PackageAnnotation(package, PackageKind.WorkbookPart(package), workbook, notes, texts, cancellationToken).Write(destination);
        }
        catch (Exception damage) when (damage is UnreadableWorkbookException or XmlException or InvalidDataException or EndOfStreamException
            or ArgumentException or InvalidOperationException)
        {
            // The last two are how a writer refuses XML that a tolerant reader let pass, such as one attribute twice.
            return null;
        }
    }

    /// <summary>A sheet is read twice, and some other parts too. How well our own plain copy is packed says nothing about the sender.</summary>
    private SpreadsheetLimits Costs(WorkbookFormat format) => limits with
    {
        UncompressedBytes = limits.UncompressedBytes * 3,
        CompressionRatio = format == WorkbookFormat.Xlsx ? limits.CompressionRatio * 3 : int.MaxValue,
    };
}
