using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-052: an albumin of 0.8 to 6.5 is not taken for g/L, nor for g/dL unless heading or cell say so.</summary>
internal sealed class AlbuminIsInGramsPerLitre : IRecordCheck
{
    public string Id => "SSC-052";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var column in document.Columns(Variables.Albumin).Where(column => column.Unit is null or { IsCanonical: true }))
        {
            for (var i = 0; i < column.States.Length; i++)
            {
                if (column.States[i] == ValueState.Value)
                {
                    log.Examine(Id);
                    if (column.NumberAt(i) is >= 0.8m and <= 6.5m)
                    {
                        var value = new ValueRef(column, i);
                        log.Add(Finding.OfValue(Id, value, ("value", value.Shown)).Suggesting(column.NumberAt(i) * 10));
                    }
                }
            }
        }
    }
}
