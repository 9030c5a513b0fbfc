namespace Azure.Data.Tables;

/// <summary>Whom an access token is for.</summary>
public readonly record struct TableAudience(string Value)
{
    public static TableAudience AzurePublicCloud { get; } = new("https://storage.azure.com");

    public static TableAudience AzureChina { get; } = new("https://storage.azure.cn");

    public static TableAudience AzureGovernment { get; } = new("https://storage.azure.us");

    public static implicit operator TableAudience(string value) => new(value);

    public override string ToString() => Value ?? "";

    internal string Scope => $"{ToString().TrimEnd('/')}/.default";
}
