using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Export;

/// <summary>One subject with its place in the study.</summary>
internal sealed record ExportSubject(string Study, string Site, SubjectData Data)
{
    /// <summary>A site's code holds no full stop, so that two subjects never share one.</summary>
    public string Id => $"{Site}.{Data.Subject}";

    public DateOnly? LastDoseDate => Data.Facts.GetValueOrDefault(Variables.ImatinibLastDoseDate)?.Outcome.Value.Date;

    /// <summary>Some document says when treatment began or ended.</summary>
    public bool HasKnownTreatment =>
        Data.StartDate is not null || Data.LastDoseDay is not null || Data.Facts.ContainsKey(Variables.ImatinibStartStudyDay);

    /// <param name="day">A study day as the pipeline counts; null while it is not known.</param>
    public string? Epoch(int? day) => day is not { } known || !HasKnownTreatment ? null
        : known < Data.StartDay ? "SCREENING"
        : known <= (Data.LastDoseDay ?? int.MaxValue) ? "TREATMENT"
        : "FOLLOW-UP";
}
