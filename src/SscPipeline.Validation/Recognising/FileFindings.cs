using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Recognising;

/// <summary>What the reader of the file had to say, as findings.</summary>
internal static class FileFindings
{
    private static readonly string[] Opening = ["SSC-001", "SSC-002", "SSC-003", "SSC-004", "SSC-005", "SSC-018"];

    public static void Add(WorkbookReading reading, Phrases phrases, FindingLog log)
    {
        log.Examine(Opening, 1);
        if (reading.Fault is { } fault)
        {
            log.Add(Finding.OfFile(Check(fault.Kind), phrases.Recognise("found", fault.Detail), phrases.Recognise("limit", fault.Limit)));
        }

        foreach (var remarks in reading.Workbook is not null ? Enum.GetValues<WorkbookRemarkKind>() : [])
        {
            log.Examine(Check(remarks));
            foreach (var remark in reading.Workbook!.Remarks.Where(remark => remark.Kind == remarks))
            {
                log.Add(Finding.OfFile(Check(remarks), phrases.Recognise("detail", remark.Detail)));
            }
        }
    }

    /// <summary>A mapping that cannot be used is left out, and the site is told.</summary>
    public static void Add(HeaderMapping mapping, Phrases phrases, FindingLog log)
    {
        log.Examine("SSC-020");
        if (!mapping.Problems.IsEmpty)
        {
            log.Add(Finding.OfFile("SSC-020", IssueDetail.Joined("problems", DetailKind.Sentences, mapping.Problems.Select(problem => phrases.Recognise("", problem)))));
        }
    }

    private static string Check(WorkbookFaultKind kind) => kind switch
    {
        WorkbookFaultKind.Empty => "SSC-001",
        WorkbookFaultKind.ForeignFormat => "SSC-002",
        WorkbookFaultKind.Damaged => "SSC-003",
        WorkbookFaultKind.PasswordProtected => "SSC-004",
        WorkbookFaultKind.LimitExceeded => "SSC-005",
        WorkbookFaultKind.OutsideSite => "SSC-018",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No check speaks of this fault."),
    };

    private static string Check(WorkbookRemarkKind kind) => kind switch
    {
        WorkbookRemarkKind.ExtensionDisagrees => "SSC-011",
        WorkbookRemarkKind.EncodingAssumed => "SSC-012",
        WorkbookRemarkKind.UnevenRow => "SSC-013",
        WorkbookRemarkKind.FormulaNotCalculated => "SSC-019",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No check speaks of this remark."),
    };
}
