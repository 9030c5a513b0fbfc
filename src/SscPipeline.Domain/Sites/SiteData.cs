using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Domain.Sites;

/// <summary>A site's current documents read together: start dates of one file give study days to the visits of another.</summary>
/// <remarks>The result does not depend on the order in which the documents are passed: where two disagree about a subject, visit
/// day and variable, the later submission counts and the pair is listed in <see cref="Conflicts"/>.</remarks>
public sealed record SiteData(SiteCode Site, ImmutableArray<SubjectData> Subjects, ImmutableArray<OutcomeConflict> Conflicts)
{
    public static SiteData Join(SiteCode site, IEnumerable<SiteDocument> documents) => new SiteDataJoin(site).Join(documents);
}

/// <summary>All that is known of one subject.</summary>
/// <param name="HasSubjectRow">False while only visits or adverse events name the subject: its data are pending.</param>
/// <param name="Facts">By variable: sex, height, first and last dose ...</param>
/// <param name="Visits">By study day, those whose day is not known yet last.</param>
public sealed record SubjectData(
    string Subject,
    bool HasSubjectRow,
    VariableDictionary<PlacedOutcome> Facts,
    ImmutableArray<VisitData> Visits,
    ImmutableArray<AdverseEventData> AdverseEvents)
{
    public DateOnly? StartDate => Facts.GetValueOrDefault(Variables.ImatinibStartDate)?.Outcome.Value.Date;

    /// <summary>Study day of the first dose: 1 unless the site numbers its days otherwise.</summary>
    public int StartDay => (int?)Number(Variables.ImatinibStartStudyDay) ?? 1;

    /// <summary>Study day of the last dose; null while treatment goes on or nothing is known.</summary>
    public int? LastDoseDay =>
        (int?)Number(Variables.ImatinibLastDoseStudyDay)
        ?? (Facts.GetValueOrDefault(Variables.ImatinibLastDoseDate)?.Outcome.Value.Date is { } last && StartDate is { } start
            ? VisitSchedule.StudyDay(last, start)
            : null);

    /// <summary>(last dose - first dose + 1) / 30.4375; null unless the last dose is known.</summary>
    public decimal? TreatmentMonths => LastDoseDay is { } last ? (last - StartDay + 1) / VisitSchedule.DaysPerMonth : null;

    public decimal? Number(string variable) => Facts.GetValueOrDefault(variable)?.Number;

    public string? Code(string variable) => Facts.GetValueOrDefault(variable)?.Outcome.Value.Text;
}

/// <summary>One visit, put together from every row and document that speaks of its day.</summary>
/// <param name="StudyDay">Null while the subject's first dose is not known.</param>
/// <param name="IsNominal">The day is the target of a nominal month, not a day that the site sent.</param>
public sealed record VisitData(
    int? StudyDay, bool IsNominal, VisitTime Time, VariableDictionary<PlacedOutcome> Values)
{
    internal static readonly VariableDictionary<MissingReason> NoneMissing = new();

    /// <summary>Variables that rows of this visit could hold and none does, with the strongest reason given.</summary>
    public VariableDictionary<MissingReason> Missing { get; init; } = NoneMissing;

    /// <summary>The number, unless it is missing or censored.</summary>
    public decimal? Number(string variable) => Values.GetValueOrDefault(variable)?.Number;

    public string? Code(string variable) => Values.GetValueOrDefault(variable)?.Outcome.Value.Text;
}

/// <param name="OnsetDay">Study day; null when none was sent or the first dose is not known.</param>
public sealed record AdverseEventData(
    int? OnsetDay, int? EndDay, PlacedRow Source, VariableDictionary<PlacedOutcome> Values)
{
    public decimal? Number(string variable) => Values.GetValueOrDefault(variable)?.Number;

    public string? Code(string variable) => Values.GetValueOrDefault(variable)?.Outcome.Value.Text;
}

/// <summary>Where a row stands.</summary>
public sealed record PlacedRow(string Document, SubmissionId Submission, string Sheet, int Row);

/// <summary>An outcome with the row that sent it.</summary>
public sealed record PlacedOutcome(Outcome Outcome, PlacedRow Source)
{
    /// <summary>The number; null for a text, a date and a censored value.</summary>
    public decimal? Number => Outcome.Comparator is null ? Outcome.Value.Number : null;
}

/// <summary>Two documents say different things about one subject, visit day and variable.</summary>
/// <param name="Kept">Of the later submission.</param>
public sealed record OutcomeConflict(string Subject, int? StudyDay, string Variable, PlacedOutcome Kept, PlacedOutcome Dropped);
