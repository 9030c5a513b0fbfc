using System.CommandLine;
using SscPipeline.Cli.Output;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Cli.Commands;

/// <summary><c>ssc site-key</c>: a key by which a site sends and reads over HTTP. It is shown once and kept nowhere.</summary>
internal static class SiteKeyCommand
{
    public static Command Create()
    {
        var (site, format) = (CommonOptions.Site(required: true), CommonOptions.Format());
        var command = new Command("site-key", "Make a key for a site's uploads over HTTP, with the setting that holds its hash.") { site, format };
        command.SetAction((parsed, _) => Task.FromResult(Run(CommonOptions.ParseSite(parsed.GetRequiredValue(site)!), parsed.GetValue(format))));
        return command;
    }

    private static int Run(SiteCode site, OutputFormat format)
    {
        var made = SiteKey.Make();
        var setting = SiteKey.SettingOf(site);
        if (format == OutputFormat.Json)
        {
            Terminal.WriteJson(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new NewSiteKey(site.Value, made.Key, setting, made.Hash), CliJson.Default.NewSiteKey));
            return ExitCode.Clean;
        }

        Terminal.Line($"Key of {site.Value}, for the site alone; it is shown this once and kept nowhere:");
        Terminal.Line(made.Key);
        Terminal.Line("Setting, which holds only its hash:");
        Terminal.Line($"{setting}={made.Hash}");
        Terminal.Line("To change a key without a gap, put the new hash behind the old one with a semicolon, and take the old one out when the site uses the new key.");
        return ExitCode.Clean;
    }
}
