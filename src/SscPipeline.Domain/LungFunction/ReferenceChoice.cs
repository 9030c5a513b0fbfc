namespace SscPipeline.Domain.LungFunction;

/// <summary>The one set of equations for all visits of all subjects; every summary names it.</summary>
public sealed record ReferenceChoice
{
    /// <summary>For FVC and FEV1.</summary>
    public ReferenceSet Spirometry { get; init; } = ReferenceSet.GliGlobal2022;

    /// <summary>For DLCO and KCO.</summary>
    public ReferenceSet Transfer { get; init; } = ReferenceSet.Gli2017;

    /// <summary>For TLC.</summary>
    public ReferenceSet Volumes { get; init; } = ReferenceSet.Gli2021;

    /// <summary>GLI-2012 code of subjects without one of their own; other sets do not ask for it.</summary>
    public int Ethnicity { get; init; } = 5;
}
