namespace SscPipeline.Domain.Workbooks;

/// <summary>What became of opening a file: a workbook, or the one reason why there is none.</summary>
public sealed record WorkbookReading
{
    private WorkbookReading(Workbook? workbook, WorkbookFault? fault) => (Workbook, Fault) = (workbook, fault);

    /// <summary>Null exactly when <see cref="Fault"/> is not.</summary>
    public Workbook? Workbook { get; }

    public WorkbookFault? Fault { get; }

    public static WorkbookReading Of(Workbook workbook) => new(workbook, null);

    public static WorkbookReading Of(WorkbookFault fault) => new(null, fault);
}

/// <param name="Detail">What was found, in words for the site, without file content: <c>a PDF document</c>, <c>61 MB</c>.</param>
/// <param name="Limit">The limit that was crossed, in words; empty for other kinds.</param>
public sealed record WorkbookFault(WorkbookFaultKind Kind, string Detail, string Limit = "");

public enum WorkbookFaultKind
{
    /// <summary>No bytes, or no cell at all.</summary>
    Empty,

    /// <summary>Something else than a workbook or a text table, such as a PDF, a picture or an .ods file.</summary>
    ForeignFormat,

    /// <summary>Looks like a workbook and cannot be read to its end.</summary>
    Damaged,

    PasswordProtected,

    LimitExceeded,

    /// <summary>It was put outside any site's folder, so nobody knows whose it is; it is not opened.</summary>
    OutsideSite,
}
