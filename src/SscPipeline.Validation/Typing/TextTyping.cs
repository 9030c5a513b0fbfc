using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Typing;

/// <summary>Texts are kept as they are, without the spaces around them.</summary>
internal sealed class TextTyping(Lexicon lexicon) : IColumnTyping
{
    public void Read(TypedColumn column, ReadOnlySpan<SheetRow> rows, FindingLog log)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var cell = rows[i][column.Number];
            if (cell.Kind == CellKind.Error)
            {
                column.SetMissing(i, ValueState.Faulty);
                log.Add(Finding.OfValue("SSC-103", new ValueRef(column, i), ("value", cell.Text ?? "")));
            }
            else if (CellText.Of(cell) is { Length: > 0 } text)
            {
                if (column.Variable.Role == VariableRole.Value && lexicon.Codes.IsMissing(text))
                {
                    column.SetMissing(i, ValueState.NotDone);
                }
                else
                {
                    column.SetText(i, text);
                }
            }
        }

        log.Examine("SSC-103", column.CountFilled());
    }
}
