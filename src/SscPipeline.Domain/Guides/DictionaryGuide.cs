using System.Collections.Immutable;

namespace SscPipeline.Domain.Guides;

/// <summary>Everything that sites may look up: what is collected, how it may be written, and what is checked. In one language.</summary>
/// <param name="Version">Of dictionary and catalogue.</param>
public sealed record DictionaryGuide(
    string Version, Language Language, ImmutableArray<GuideVariable> Variables, ImmutableArray<GuideUnit> Units, ImmutableArray<GuideCheck> Checks);

/// <summary>A unit that sites may use, and what it is multiplied by.</summary>
/// <param name="Unit">The canonical unit.</param>
/// <param name="Accepted">As sites write it.</param>
/// <param name="Factor">As a number or a fraction, <c>10/3</c>.</param>
/// <param name="Variables">The only variables that it holds for; empty for all of the canonical unit.</param>
public sealed record GuideUnit(string Unit, string Accepted, string Factor, ImmutableArray<string> Variables, string Note);
