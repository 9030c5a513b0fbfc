using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using SscPipeline.LocalHost.Settings;

namespace SscPipeline.LocalHost.Http;

/// <summary>The settings <c>Ssc:Http:*</c>, which only the local host reads: in Azure the platform has its own addresses and keys.</summary>
/// <param name="Port">0 for one that is free.</param>
/// <param name="FunctionKey">Opens what Azure opens with a function key.</param>
/// <param name="IsKeyOfThisRun">It was made for this start, since none is set.</param>
internal sealed record HttpSettings(int Port, string FunctionKey, bool IsKeyOfThisRun)
{
    private const string PortSetting = "Ssc:Http:Port";
    private const string KeySetting = "Ssc:Http:FunctionKey";
    private const int ShortestKey = 32;

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong.</exception>
    public static HttpSettings Read(IConfiguration configuration)
    {
        var key = configuration[KeySetting];
        return key is { Length: > 0 and < ShortestKey }
            ? throw WrongSetting.Of(KeySetting, $"is shorter than {ShortestKey} characters.", "leave it out, and each start makes a key of its own")
            : new HttpSettings(
                PortOf(configuration[PortSetting]),
                string.IsNullOrEmpty(key) ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ShortestKey)) : key,
                string.IsNullOrEmpty(key));
    }

    public static Exception PortTaken(int port) => WrongSetting.Of(PortSetting, $"is {port}, which cannot be listened at: another program uses it, or this one may not.", "0");

    private static int PortOf(string? text) =>
        string.IsNullOrEmpty(text) ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue ? port
        : throw WrongSetting.Of(PortSetting, "is not a port, 0 to 65535.", "7071");
}
