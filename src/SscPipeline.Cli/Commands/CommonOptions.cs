using System.CommandLine;
using SscPipeline.Cli.Output;
using SscPipeline.Domain;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Cli.Commands;

/// <summary>Options that mean the same in every command.</summary>
internal static class CommonOptions
{
    public static Option<OutputFormat> Format() => new("--format")
    {
        Description = "text for people, json for programs (then nothing else is printed on standard output)",
        DefaultValueFactory = _ => OutputFormat.Text,
    };

    public static Option<string?> Connection() => new("--connection")
    {
        Description = "connection string of the storage; without it, the configured SscStorage is used (local.settings.json or environment)",
    };

    public static Option<string?> InboxConnection() => new("--inbox-connection")
    {
        Description = "connection string of the account that holds the inbox, where it is not that of --connection",
    };

    public static Option<string> By() => new("--by")
    {
        Description = "who does this, for the record; without it, the user of this machine",
        DefaultValueFactory = _ => Environment.UserName,
    };

    public static Option<string?> Site(bool required) => new("--site")
    {
        Description = "site code: lower-case letters, digits and hyphens",
        Required = required,
    };

    public static Option<string?> Language(string otherwise) => new("--language")
    {
        Description = $"en or zh, of what people read; without it, {otherwise}",
    };

    /// <exception cref="CommandException">Neither en nor zh.</exception>
    public static Language? ParseLanguage(string? code) => code is null ? null : LanguageCode.TryParse(code) ?? throw new CommandException(
        $"'{code}' is not a language. Use en (English) or zh (Chinese).");

    /// <exception cref="CommandException">Not a site code.</exception>
    public static SiteCode ParseSite(string text) => SiteCode.TryParse(text) ?? throw new CommandException(
        $"'{text}' is not a site code. Use 1 to 63 lower-case letters, digits and hyphens, such as site-a.");
}
