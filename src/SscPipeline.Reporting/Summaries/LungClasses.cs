using System.Collections.Immutable;

namespace SscPipeline.Reporting.Summaries;

/// <summary>Counts what <see cref="IldResponses"/> found for single subjects.</summary>
internal static class LungClasses
{
    public static ImmutableArray<LungClassRow> Count(string basis, IReadOnlyCollection<IldResponseSubject> subjects, IReadOnlyCollection<string> scopes)
    {
        var bySite = subjects.ToLookup(subject => subject.Site, StringComparer.Ordinal);
        return [.. from scope in scopes
                   from month in (scope == Cohort.Overall ? subjects : bySite[scope]).GroupBy(subject => subject.Month).OrderBy(month => month.Key)
                   select Row(basis, scope, month.Key, [.. month])];
    }

    private static LungClassRow Row(string basis, string scope, int month, List<IldResponseSubject> subjects)
    {
        var flagged = subjects.Where(subject => subject.PpfPhysiology is not null).ToList();
        var isWithinYear = flagged.Count > 0;
        return new LungClassRow(
            basis,
            scope,
            month,
            subjects.Count,
            Category(ResponseCategory.Improved),
            Category(ResponseCategory.Stable),
            Category(ResponseCategory.Worsened),
            Category(ResponseCategory.Indeterminate),
            Mcid(ResponseCategory.Improved),
            Mcid(ResponseCategory.Stable),
            Mcid(ResponseCategory.Worsened),
            isWithinYear ? Share.Of(flagged, subject => subject.PpfPhysiology == true) : null,
            isWithinYear ? Dlco(DlcoBasis.HbCorrected) : null,
            isWithinYear ? Dlco(DlcoBasis.Uncorrected) : null,
            isWithinYear ? Dlco(null) : null);

        int Category(ResponseCategory category) => subjects.Count(subject => subject.Category == category);
        int Mcid(ResponseCategory category) => subjects.Count(subject => subject.McidClass == category);
        int Dlco(string? dlco) => flagged.Count(subject => subject.PpfDlco == dlco);
    }
}
