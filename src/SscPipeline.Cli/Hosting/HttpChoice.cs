using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SscPipeline.Cli.Commands;
using SscPipeline.Cli.Output;
using SscPipeline.Domain.Submissions;
using SscPipeline.LocalHost.Http;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Cli.Hosting;

/// <summary>What <c>ssc up</c> was told about its HTTP functions.</summary>
/// <param name="Port">Null as set, or any free one.</param>
/// <param name="Site">Opened for this run, beside those that the settings open; null for none.</param>
/// <param name="Key">Of that site.</param>
internal sealed record HttpChoice(int? Port, SiteCode? Site, SiteKey? Key)
{
    /// <exception cref="CommandException">Not a site code.</exception>
    public static HttpChoice Of(int? port, string? site) =>
        site is null ? new HttpChoice(port, null, null) : new HttpChoice(port, CommonOptions.ParseSite(site), SiteKey.Make());

    public IConfigurationRoot AddTo(IConfigurationRoot settings)
    {
        var added = new Dictionary<string, string?>();
        if (Port is { } port)
        {
            added["Ssc:Http:Port"] = port.ToString(CultureInfo.InvariantCulture);
        }

        if (Site is { } site)
        {
            var names = new[] { site.Value, site.Value.Replace('-', '_') }.Select(name => $"Ssc:Sites:{name}:KeyHash").ToList();
            var name = names.FirstOrDefault(name => settings[name] is { Length: > 0 }) ?? names[0];
            added[name] = $"{settings[name]};{Key!.Hash}";
        }

        return new ConfigurationBuilder().AddConfiguration(settings).AddInMemoryCollection(added).Build();
    }

    /// <exception cref="CommandException">A setting is wrong, or the port is taken.</exception>
    public static async Task<LocalHttpServer> ServeAsync(StudyHost study, CancellationToken cancellationToken)
    {
        try
        {
            return await study.ServeAsync(cancellationToken);
        }
        catch (OptionsValidationException wrong)
        {
            throw new CommandException(wrong.Message);
        }
    }

    public void Print(LocalHttpServer server)
    {
        Terminal.Line($"Upload page for sites: {server.UploadPage}{(Site is { } site ? $"#{site.Value}" : "")}");
        Terminal.Line(Key is { } key
            ? $"Key of {Site!.Value.Value} for this run: {key.Key}"
            : "It opens for sites that have a key (ssc site-key), or for one site: ssc up --site site-a");
        if (server.NewFunctionKey is { } functionKey)
        {
            Terminal.Line($"Key of this run for {server.Address}api/reports/public/latest and /api/check (header x-functions-key): {functionKey}");
        }
    }
}
