using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-085: visits named after months follow each other in the order of their months.</summary>
internal sealed class VisitNamesAreInOrder : IRecordCheck
{
    public string Id => "SSC-085";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visits in VisitsInOrder.Of(document))
        {
            (decimal Month, string Name, int Day)? latest = null;
            foreach (var visit in visits)
            {
                if (visit.Usable(Variables.VisitLabel) is { } label && visit.Visit is not { Month: not null } && document.MonthNamed(label.Shown) is { } month)
                {
                    log.Examine(Id);
                    if (latest is { } before && month < before.Month)
                    {
                        log.Add(Finding.OfValue(
                            Id, label, ("value", label.Shown), ("day", Shown.Of(visit.StudyDay ?? 0)), ("other", before.Name), ("otherDay", Shown.Of(before.Day))));
                    }
                    else
                    {
                        latest = (month, label.Shown, visit.StudyDay ?? 0);
                    }
                }
            }
        }
    }
}
