using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Limits;

/// <summary>Ends a reading from any depth; <see cref="WorkbookReader"/> turns it into the fault that it carries.</summary>
internal sealed class UnreadableWorkbookException(WorkbookFault fault) : Exception(fault.Kind.ToString())
{
    public WorkbookFault Fault { get; } = fault;

    public static UnreadableWorkbookException Damaged(string detail) => new(new WorkbookFault(WorkbookFaultKind.Damaged, detail));

    public static UnreadableWorkbookException Foreign(string detail) => new(new WorkbookFault(WorkbookFaultKind.ForeignFormat, detail));

    public static UnreadableWorkbookException Password(string detail) => new(new WorkbookFault(WorkbookFaultKind.PasswordProtected, detail));

    public static UnreadableWorkbookException Limit(string detail, string limit) =>
        new(new WorkbookFault(WorkbookFaultKind.LimitExceeded, detail, limit));
}
