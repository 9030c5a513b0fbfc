using SscPipeline.Domain.Sites;

namespace SscPipeline.Validation.Tables;

/// <summary>One value of a course.</summary>
/// <param name="StudyDay">Null while the subject's first dose is not known.</param>
/// <param name="Number">Null for a text and for a censored value.</param>
/// <param name="Code">Null for a number.</param>
/// <param name="Placed">Where it stands, when the subject's documents had to be joined.</param>
/// <param name="Own">Where it stands otherwise; null also for a value that was derived.</param>
/// <param name="Row">The row of <paramref name="Own"/>, or the one from which it was derived.</param>
internal readonly record struct CourseValue(int? StudyDay, decimal? Number, string? Code, PlacedOutcome? Placed, ValueRef? Own, TableRow Row)
{
    /// <summary>Of the document that is being checked.</summary>
    public bool IsOurs => Placed is null || SiteView.IsOurs(Placed);
}
