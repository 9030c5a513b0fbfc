using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>What to say about one cell, one sheet or the whole file.</summary>
/// <param name="Sheet">As the workbook names it; null for the file as a whole.</param>
/// <param name="Cell">Null for the sheet as a whole. The cell need not exist.</param>
/// <param name="Message">What was seen.</param>
/// <param name="Fix">What to do about it; may be empty.</param>
/// <param name="Subject">Whom it concerns, for the list; may be null.</param>
/// <param name="Check">The id under which it can be looked up.</param>
public sealed record CellNote(
    string? Sheet, CellAddress? Cell, Severity Severity, string Message, string Fix, string? Subject, string Check);
