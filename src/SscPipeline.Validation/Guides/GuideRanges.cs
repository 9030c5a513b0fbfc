using System.Globalization;
using SscPipeline.Domain.Guides;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Guides;

/// <summary>Limits of a variable as people read them.</summary>
internal static class GuideRanges
{
    public static GuideRange Of(Variable variable, Limits limits) => new(Shown(variable, limits.Min), Shown(variable, limits.Max));

    public static string? Shown(Variable variable, decimal? limit) => limit switch
    {
        null => null,
        { } day when variable.Type == VariableType.Date => DateOnly.FromDayNumber((int)day).ToString("O", CultureInfo.InvariantCulture),
        { } number => Tables.Shown.Of(number),
    };
}
