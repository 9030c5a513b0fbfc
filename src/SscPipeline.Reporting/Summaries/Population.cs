namespace SscPipeline.Reporting.Summaries;

/// <summary>Who is reported on. In the public summary a count that could point at a person is null.</summary>
/// <param name="Sites">Sites that sent at least one subject.</param>
/// <param name="SubjectsPending">Of <paramref name="Subjects"/>, those that only visits or adverse events name so far.</param>
/// <param name="TreatmentMonths">(last dose - first dose + 1) / 30.4375, of subjects whose last dose is known.</param>
/// <param name="DoseMgPerDay">As given for the subject, else at the last visit that gives one.</param>
public sealed record Population(
    int Sites, int? Subjects, int? SubjectsPending, int? Female, Spread TreatmentMonths, Spread DoseMgPerDay);

public sealed record Spread(int N, double? Median, double? Min, double? Max);
