using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Reporting.Figures;

/// <summary>One adverse event, as a report reads it.</summary>
/// <param name="Values">In the order of <see cref="FigureVariables.OfEvents"/>.</param>
internal sealed record EventFigures(int? OnsetDay, int? EndDay, ImmutableArray<EventValue> Values)
{
    public decimal? Number(string variable) => Find(variable) is { IsCensored: false } value ? value.Value?.Number : null;

    public string? Code(string variable) => Find(variable).Value?.Text;

    /// <summary>As text; null when nothing was sent.</summary>
    public string? Shown(string variable) => Find(variable).Value?.ToString() is { Length: > 0 } text ? text : null;

    private EventValue Find(string variable) => Values[FigureVariables.OfEvents.IndexOf(variable)];
}

/// <param name="Value">Null when nothing was sent.</param>
/// <param name="IsCensored">Known only to be above or below.</param>
internal readonly record struct EventValue(OutcomeValue? Value, bool IsCensored);
