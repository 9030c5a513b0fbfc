using System.Text;
using System.Xml;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Annotating;
using SscPipeline.Spreadsheets.Csv;
using SscPipeline.Spreadsheets.Detection;
using SscPipeline.Spreadsheets.Limits;
using SscPipeline.Spreadsheets.Xls;
using SscPipeline.Spreadsheets.Xlsb;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets;

/// <summary>Opens what a site sent. The content decides what it is; a name that disagrees is remarked on.</summary>
/// <param name="limits">What one file may cost.</param>
/// <param name="time">For the limit of time; the system's clock when absent.</param>
public sealed class WorkbookReader(SpreadsheetLimits limits, TimeProvider? time = null)
{
    /// <summary>Reads a workbook, or says in one fault why there is none. Never returns part of a workbook.</summary>
    /// <param name="content">Seekable; it is read from its start and left open.</param>
    /// <param name="fileName">For the name of a CSV's sheet and for the remark; a path before it is ignored.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; running out of time is a fault instead.</exception>
    public WorkbookReading Read(Stream content, string fileName, CancellationToken cancellationToken)
    {
        if (!content.CanSeek)
        {
            throw new ArgumentException("The stream cannot seek; a zip file is read from its end.", nameof(content));
        }

        var meter = new ReadingMeter(limits, content.Length, time ?? TimeProvider.System, cancellationToken);
        try
        {
            meter.CheckFileSize();
            return content.Length == 0 ? Fault(WorkbookFaultKind.Empty, "a file without content") : Open(content, fileName, meter);
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return WorkbookReading.Of(unreadable.Fault);
        }
        catch (Exception badBytes) when (badBytes is InvalidDataException or XmlException or EndOfStreamException)
        {
            return Fault(WorkbookFaultKind.Damaged, badBytes is XmlException
                ? "a workbook whose content breaks off or is malformed"
                : "a workbook whose container is broken or cut short");
        }
    }

    private static WorkbookReading Open(Stream content, string fileName, ReadingMeter meter)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var workbook = FileSniffer.Sniff(content) switch
        {
            FileKind.Zip => OpenPackage(content, meter),
            FileKind.CompoundFile => XlsWorkbook.Read(content, new CompoundFile(content), meter),
            FileKind.BareBiff => XlsWorkbook.Read(content, null, meter),
            _ => CsvWorkbook.Read(content, Path.GetFileNameWithoutExtension(fileName), meter),
        };
        meter.CheckTime();
        workbook = OwnMarks.LeaveOut(workbook with { Sheets = [.. workbook.Sheets.Select(OnlyWhereCellsAre)] });
        if (workbook.Sheets.All(sheet => sheet.Rows.IsEmpty))
        {
            return Fault(WorkbookFaultKind.Empty, "a workbook without a single value");
        }

        return WorkbookReading.Of(FileExtension.Compare(fileName, workbook.Format) is { } remark
            ? workbook with { Remarks = workbook.Remarks.Insert(0, remark) }
            : workbook);
    }

    /// <summary>A damaged or hostile file has notes and merged ranges where no sheet has a cell.</summary>
    private static Sheet OnlyWhereCellsAre(Sheet sheet) => sheet with
    {
        Merged = sheet.Merged.RemoveAll(range => range.First != range.First.OnSheet || range.Last != range.Last.OnSheet),
        Comments = sheet.Comments.All(comment => comment.Address == comment.Address.OnSheet)
            ? sheet.Comments
            : [.. sheet.Comments.Select(comment => comment with { Address = comment.Address.OnSheet })],
    };

    private static Workbook OpenPackage(Stream content, ReadingMeter meter)
    {
        using var package = new OoxmlPackage(content, meter);
        var main = PackageKind.WorkbookPart(package);
        return main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)
            ? XlsbWorkbook.Read(package, main, meter)
            : XlsxWorkbook.Read(package, main, meter);
    }

    private static WorkbookReading Fault(WorkbookFaultKind kind, string detail) => WorkbookReading.Of(new WorkbookFault(kind, detail));
}
