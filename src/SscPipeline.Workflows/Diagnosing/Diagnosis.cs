namespace SscPipeline.Workflows.Diagnosing;

/// <summary>What was looked at, how it is, and what to do when it is not well.</summary>
/// <param name="Check">A stable name, such as <c>missing</c>; README "Operate it" explains each.</param>
/// <param name="Place">The setting, account, container or the like; empty when there is only one.</param>
/// <param name="Fix">Null when all is well.</param>
public sealed record Diagnosis(string Check, string Place, string What, string? Fix)
{
    public bool IsWell => Fix is null;

    public static Diagnosis Well(string check, string place, string what) => new(check, place, what, Fix: null);
}
