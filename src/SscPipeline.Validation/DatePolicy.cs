namespace SscPipeline.Validation;

/// <summary>Whether calendar dates may be sent.</summary>
public enum DatePolicy
{
    Allowed,

    /// <summary>A calendar date identifies a person (45 CFR 164.514(b)(2)(i)(C)): study days, months and years only.</summary>
    StudyDayOnly,
}
