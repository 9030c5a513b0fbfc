namespace SscPipeline.Domain.LungFunction;

public static class ReferenceSetNames
{
    /// <summary>As the field writes it; without spaces and hyphens it is the setting's value.</summary>
    public static string Name(this ReferenceSet set) => set switch
    {
        ReferenceSet.Gli2012 => "GLI-2012",
        ReferenceSet.GliGlobal2022 => "GLI Global 2022",
        ReferenceSet.Gli2017 => "GLI-2017",
        ReferenceSet.Gli2021 => "GLI-2021",
        ReferenceSet.Jian2017 => "Jian 2017",
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, "No name is known for this set."),
    };
}
