using SscPipeline.Domain.Submissions;

namespace SscPipeline.Acceptance.Faults;

/// <summary>What some sites send: four documents each, each in three versions.</summary>
internal sealed record Plan(IReadOnlyList<SiteCode> Sites, IReadOnlyList<SentVersion> Versions)
{
    private const int Documents = 4;
    private const int VersionsOfEach = 3;

    /// <summary>12 submissions a site: of each document all versions, in their order.</summary>
    public static Plan Of(int sites)
    {
        SiteCode[] codes = [.. "abcdefgh".Take(sites).Select(letter => SiteCode.Parse($"site-{letter}"))];
        return new Plan(
            codes,
            [
                .. from number in Enumerable.Range(0, VersionsOfEach)
                   from site in codes
                   from document in Enumerable.Range(1, Documents)
                   select new SentVersion(site, $"{document} visits.csv", number),
            ]);
    }
}
