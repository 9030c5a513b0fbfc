namespace SscPipeline.Validation.Dictionary;

/// <summary>An interval with both ends included; null where it is open. For a date, the ends are day numbers.</summary>
public readonly record struct Limits(decimal? Min, decimal? Max)
{
    public bool Contains(decimal value) => !(value < Min) && !(value > Max);
}
