using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Typing;

/// <summary>Turns the cells of a column into values of its variable.</summary>
internal interface IColumnTyping
{
    void Read(TypedColumn column, ReadOnlySpan<SheetRow> rows, FindingLog log);
}
