namespace SscPipeline.Validation.Typing;

/// <summary>The marks that laboratories set beside a value: H, L, high, low, with or without brackets. Arrows and stars fall
/// earlier.</summary>
internal static class LabFlag
{
    private static readonly string[] Flags = ["H", "L", "HH", "LL", "high", "low", "偏高", "偏低", "高", "低"];

    public static bool IsFlag(string text) => Flags.Contains(text.Trim('(', ')', '[', ']', ' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>The text before a flag at its end (<c>g/L H</c>); null when there is none.</summary>
    public static string? Strip(string text)
    {
        var space = text.LastIndexOf(' ');
        return space > 0 && IsFlag(text[(space + 1)..]) ? text[..space].Trim() : null;
    }
}
