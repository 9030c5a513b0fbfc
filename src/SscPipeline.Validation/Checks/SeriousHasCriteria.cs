using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-072: a serious event says why it is serious, where the table has a column for it.</summary>
internal sealed class SeriousHasCriteria : IRecordCheck
{
    public string Id => "SSC-072";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var adverseEvent in document.AdverseEvents)
        {
            var row = adverseEvent.Rows[0];
            if (adverseEvent.Text(Variables.AeSerious) == "Y" && row.Table.Column(Measured.SeriousnessCriteria) is { } column)
            {
                log.Examine(Id);
                if (adverseEvent.Sent(Measured.SeriousnessCriteria) is null)
                {
                    log.Add(Finding.OfValue(Id, new ValueRef(column, row.Index)));
                }
            }
        }
    }
}
