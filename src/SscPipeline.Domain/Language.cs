namespace SscPipeline.Domain;

/// <summary>A language that people are written to in. Programs' names (variables, codes, JSON) are the same in all.</summary>
public enum Language
{
    English,
    Chinese,
}

/// <summary>ISO 639-1 codes, as settings, command line and pages (<c>lang</c>) have them.</summary>
public static class LanguageCode
{
    public static string Of(Language language) => language switch
    {
        Language.English => "en",
        Language.Chinese => "zh",
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    /// <summary>Null for anything but <c>en</c> and <c>zh</c>.</summary>
    public static Language? TryParse(string? code) => code?.Trim().ToLowerInvariant() switch
    {
        "en" => Language.English,
        "zh" => Language.Chinese,
        _ => null,
    };
}
