using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-054: after a visit on parenteral nutrition the next one says whether it goes on.</summary>
/// <remarks>Missing is not "no". Only the visit after the last Y is marked, where the table has a column for it.</remarks>
internal sealed class TpnIsStillRecorded : IRecordCheck
{
    public string Id => "SSC-054";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visits in VisitsInOrder.Of(document))
        {
            for (var i = 1; i < visits.Count; i++)
            {
                if (visits[i - 1].Text(Variables.Tpn) == "Y" && visits[i].Rows[0] is var row && row.Table.Column(Variables.Tpn) is { } column)
                {
                    log.Examine(Id);
                    if (visits[i].Sent(Variables.Tpn) is null)
                    {
                        log.Add(Finding.OfValue(Id, new ValueRef(column, row.Index), ("day", Shown.Of(visits[i - 1].StudyDay ?? 0))));
                    }
                }
            }
        }
    }
}
