using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-043: the same assessor scores a subject's skin at every visit.</summary>
/// <remarks>The standard deviation within patients is 4.6 points between assessors and 2.45 within one. Source: PMID 7562759.</remarks>
internal sealed class AssessorIsTheSame : IRecordCheck
{
    public string Id => "SSC-043";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visits in VisitsInOrder.Of(document))
        {
            string? before = null;
            foreach (var visit in visits.Where(visit => visit.Text(Measured.MrssAssessorCode) is not null))
            {
                var assessor = visit.Text(Measured.MrssAssessorCode)!;
                log.Examine(Id);
                if (before is not null && !assessor.Equals(before, StringComparison.OrdinalIgnoreCase))
                {
                    log.Add(Finding.OfValue(Id, visit.Usable(Measured.MrssAssessorCode)!.Value, ("value", assessor), ("before", before)));
                }

                before = assessor;
            }
        }
    }
}
