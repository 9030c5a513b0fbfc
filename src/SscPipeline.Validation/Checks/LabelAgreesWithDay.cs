using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-211: a visit named after a month lies in the window of that month.</summary>
internal sealed class LabelAgreesWithDay : IRecordCheck
{
    public string Id => "SSC-211";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var visit in document.Visits.Where(visit => visit.Visit is not { Month: not null }))
        {
            if (visit.StudyDay is { } day && visit.Usable(Variables.VisitLabel) is { } label
                && document.MonthNamed(label.Shown) is { } month && VisitSchedule.Visits.FirstOrDefault(planned => planned.Month == month) is { } planned)
            {
                log.Examine(Id);
                if (!planned.Strict.Contains(day) && VisitSchedule.At(day, WindowRule.Strict) is var other && (other is not null || day > 0))
                {
                    var window = other is null
                        ? IssueDetail.Phrase(
                            "window", "outside the window of {visit} (days {first} to {last})",
                            Name(planned), ("first", Shown.Of(planned.Strict.First)), ("last", Shown.Of(planned.Strict.Last)))
                        : IssueDetail.Phrase("window", "in the window of {visit}", Name(other));
                    log.Add(Finding.OfValue(Id, label, ("value", label.Shown), ("day", Shown.Of(day)), window));
                }
            }
        }
    }

    private static IssueDetail Name(PlannedVisit visit) =>
        visit.Month == 0 ? IssueDetail.Phrase("visit", visit.Label) : ("visit", visit.Label);
}
