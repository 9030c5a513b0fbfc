using System.Collections.Frozen;

namespace SscPipeline.Domain.LungFunction;

/// <summary>Predicted lung function of healthy people.</summary>
/// <remarks>ln M and ln S are linear in ln height and ln age (S of GLI-2021 in age itself) plus a spline of age, which is interpolated
/// linearly between its rows: this reproduces the official web tool to its third decimal, the nearest row does not.</remarks>
public static class ReferenceEquations
{
    private static readonly FrozenDictionary<ReferenceSet, Lazy<ReferenceTable>> Tables =
        Enum.GetValues<ReferenceSet>().ToFrozenDictionary(set => set, set => new Lazy<ReferenceTable>(() => ReferenceTable.Load(set)));

    /// <returns>Null when the set has no such parameter or does not cover the age, and for a height that is not positive.</returns>
    public static ReferenceValue? Predict(ReferenceSet set, LungParameter parameter, ReferencePerson person) =>
        person.HeightCm > 0 && person.AgeYears > 0 ? Tables[set].Value.Predict(parameter, person) : null;
}
