using System.Text.RegularExpressions;

namespace SscPipeline.LocalHost.Azurite;

/// <summary>Of the Node.js on the PATH, which Azurite runs on.</summary>
public static partial class NodeVersion
{
    /// <summary>The oldest that Azurite was seen to run on.</summary>
    public const int Oldest = 20;

    /// <summary>The major version; null when there is no Node.js.</summary>
    public static async Task<int?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var node = NodeCommand.Start("node", Path.GetTempPath(), ["--version"], _ => { });
            node.StandardInput.Close();
            var said = await node.StandardOutput.ReadToEndAsync(cancellationToken);
            await node.WaitForExitAsync(cancellationToken);
            return Read(said);
        }
        catch (AzuriteUnavailableException)
        {
            return null;
        }
    }

    internal static int? Read(string said) =>
        Major().Match(said) is { Success: true } match ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^v([0-9]{1,4})\.")]
    private static partial Regex Major();
}
