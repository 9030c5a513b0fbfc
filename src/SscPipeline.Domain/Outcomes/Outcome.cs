namespace SscPipeline.Domain.Outcomes;

/// <summary>One value of a variable for a subject, at a visit or not, with the cell it came from.</summary>
/// <param name="Variable">A canonical name, see <see cref="Variables"/> and the dictionary.</param>
/// <param name="Cell">A1 address in the row's sheet, or <c>Sheet!A1</c> when it stood in another one; null for a derived value.</param>
public sealed record Outcome(string Variable, OutcomeValue Value, string? Cell)
{
    /// <summary>What the site sent, with its unit, where that differs from the canonical value: <c>2.4 g/dL</c>.</summary>
    public string? Sent { get; init; }

    /// <summary><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c> for a censored value, which no mean uses; otherwise null.</summary>
    public string? Comparator { get; init; }
}
