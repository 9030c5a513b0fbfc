namespace SscPipeline.Domain.Submissions;

/// <summary>A study site: <c>[a-z0-9][a-z0-9-]{0,62}</c>, the first segment of a blob's path.</summary>
public readonly record struct SiteCode
{
    private readonly string? value;

    private SiteCode(string value) => this.value = value;

    /// <summary>Stands for a blob outside any valid site; no site can be called so.</summary>
    public static SiteCode Unassigned { get; } = new("_unassigned");

    /// <summary>Empty only for the default value.</summary>
    public string Value => value ?? "";

    public static SiteCode? TryParse(string text) => IsValid(text) ? new SiteCode(text) : null;

    /// <exception cref="ArgumentException">The text is not a site code.</exception>
    public static SiteCode Parse(string text) =>
        TryParse(text) ?? throw new ArgumentException(
            $"'{text}' is not a site code: use 1 to 63 lower-case letters, digits and hyphens, starting with a letter or digit.", nameof(text));

    /// <summary>Like <see cref="Parse"/>, and the place of <see cref="Unassigned"/> too.</summary>
    public static SiteCode ParsePlace(string text) => text == Unassigned.Value ? Unassigned : Parse(text);

    public override string ToString() => Value;

    private static bool IsValid(string text) =>
        text.Length is > 0 and <= 63 && text[0] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
