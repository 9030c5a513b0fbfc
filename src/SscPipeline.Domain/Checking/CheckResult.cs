namespace SscPipeline.Domain.Checking;

public enum CheckStatus
{
    Passed,
    Failed,

    /// <summary>There was nothing to examine.</summary>
    NotApplicable,

    /// <summary>Our fault, never the site's.</summary>
    Broken,
}

/// <param name="Id">The id of the check.</param>
/// <param name="Examined">How many values, rows or files it looked at.</param>
/// <param name="Failed">How many of those it found wanting.</param>
public sealed record CheckResult(string Id, CheckStatus Status, int Examined, int Failed)
{
    /// <summary>Nothing examined is NotApplicable, never Passed.</summary>
    public static CheckResult Of(string id, int examined, int failed) =>
        new(id, failed > 0 ? CheckStatus.Failed : examined > 0 ? CheckStatus.Passed : CheckStatus.NotApplicable, examined, failed);

    public static CheckResult Broken(string id) => new(id, CheckStatus.Broken, 0, 0);
}
