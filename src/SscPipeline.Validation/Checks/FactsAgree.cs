using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-209: a fact about a subject is the same wherever the document repeats it.</summary>
internal sealed class FactsAgree : IRecordCheck
{
    public string Id => "SSC-209";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var table in document.Tables.Where(table => table.Kind != RecordKind.Subject))
        {
            foreach (var column in table.Columns.Where(column => column.IsFact))
            {
                for (var i = 0; i < column.States.Length; i++)
                {
                    if (column.States[i] == ValueState.Value && table.Subjects[i] is { } subject && document.Subject(subject)?.Sent(column.Variable.Name) is { } first)
                    {
                        log.Examine(Id);
                        var here = new ValueRef(column, i);
                        if (first.Column.States[first.Index] == ValueState.Value && first.Column.ValueAt(first.Index) != column.ValueAt(i))
                        {
                            log.Add(Finding.OfValue(
                                Id, here, ("value", here.Shown), ("other", first.Shown), ("row", Shown.Of(first.RowNumber))).And(first));
                        }
                    }
                }
            }
        }
    }
}
