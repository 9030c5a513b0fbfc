using System.Text;

namespace SscPipeline.LocalHost.Azurite;

/// <summary>A storage account of the emulator. Its key is public and protects nothing: the emulator listens on this machine only.</summary>
internal static class AzuriteAccount
{
    public const string Default = "devstoreaccount1";

    // Published by Microsoft for this account of the emulator.
    private const string DefaultKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static string KeyOf(string account) =>
        account == Default ? DefaultKey : Convert.ToBase64String(Encoding.UTF8.GetBytes(account));

    /// <summary>The value of Azurite's environment variable <c>AZURITE_ACCOUNTS</c>.</summary>
    public static string Setting(IEnumerable<string> accounts) =>
        string.Join(';', accounts.Select(account => $"{account}:{KeyOf(account)}"));
}
