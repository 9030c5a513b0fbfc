using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-025: a visit without total has all of its 17 areas or none.</summary>
internal sealed class AreasAreComplete : IRecordCheck
{
    public string Id => "SSC-025";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits)
        {
            if (visit.Sent(Variables.MrssTotal) is not null || !Variables.MrssAssessors.All(assessor => visit.Sent(assessor) is null))
            {
                continue;
            }

            var missing = Variables.MrssAreas.Where(area => visit.Sent(area) is null).ToList();
            if (missing.Count < Variables.MrssAreas.Length)
            {
                log.Examine(Id);
                if (missing.Count > 0)
                {
                    var row = visit.Rows[0];
                    var labels = IssueDetail.Joined("missing", DetailKind.List, missing.Select(area => IssueDetail.OfVariable("", area)));
                    log.Add(Finding.OfRow(
                        Id, row, row.Table.SubjectColumn, ("sent", Shown.Of(Variables.MrssAreas.Length - missing.Count)), labels));
                }
            }
        }
    }
}
