namespace Azure.Data.Tables.Wire;

/// <summary>Where the tables are, and the key to them or a signature, from a storage connection string.</summary>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential? Credential, string? Signature = null)
{
    /// <summary>The emulator's account and key are public knowledge.</summary>
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="InvalidOperationException">A part is missing or is not of the form that it must have. The message quotes no key.</exception>
    public static TableConnectionString Parse(string text)
    {
        var parts = Split(text);
        if (parts.TryGetValue("UseDevelopmentStorage", out var emulator) && bool.TryParse(emulator, out var isEmulator) && isEmulator)
        {
            var proxy = parts.GetValueOrDefault("DevelopmentStorageProxyUri")?.TrimEnd('/') ?? "http://127.0.0.1";
            return new(new Uri($"{proxy}:10002/{EmulatorAccount}"), new(EmulatorAccount, EmulatorKey));
        }

        if (parts.TryGetValue("SharedAccessSignature", out var signature) && !parts.ContainsKey("AccountKey"))
        {
            return new(Absolute(Required(parts, "TableEndpoint")), null, signature.TrimStart('?'));
        }

        var account = Required(parts, "AccountName");
        var credential = CredentialOf(account, Required(parts, "AccountKey"));
        var endpoint = parts.GetValueOrDefault("TableEndpoint")
            ?? $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        return new(Absolute(endpoint), credential);
    }

    private static Uri Absolute(string endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
        ? uri
        : throw new InvalidOperationException("The connection string's table endpoint is not an absolute address.");

    private static Dictionary<string, string> Split(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new InvalidOperationException("Connection string parts must be of the form Name=Value, with semicolons between them.");
            }

            parts[part[..equals]] = part[(equals + 1)..];
        }

        return parts;
    }

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value) && value.Length > 0
            ? value
            : throw new InvalidOperationException($"The connection string has no {name}.");

    private static TableSharedKeyCredential CredentialOf(string account, string key)
    {
        try
        {
            return new(account, key);
        }
        catch (FormatException)
        {
            throw new InvalidOperationException("The connection string's AccountKey is not base64.");
        }
    }
}
