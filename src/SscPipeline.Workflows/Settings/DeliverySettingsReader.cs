using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using SscPipeline.Delivery.Email;
using SscPipeline.Delivery.Webhooks;
using SscPipeline.Workflows.Delivering;
using SscPipeline.Workflows.Publishing;

namespace SscPipeline.Workflows.Settings;

/// <summary>The settings <c>Ssc:Delivery:*</c>. No message repeats a password, a secret or an address of the web that may hold one.</summary>
internal static class DeliverySettingsReader
{
    private const string Section = "Ssc:Delivery";
    private const string Email = $"{Section}:Email";
    private const string Webhook = $"{Section}:Webhook";
    private const int MostRecipients = 90;
    private const int ShortestSecret = 32;

    /// <exception cref="SettingException">A setting is wrong, or one is missing that another needs.</exception>
    public static DeliverySettings Read(IConfiguration configuration)
    {
        var recipients = Audiences.All.ToImmutableDictionary(
            audience => audience, audience => Recipients(configuration, $"{Email}:{(audience == Audiences.Public ? "Public" : "Controlled")}Recipients"));
        var email = Server(configuration, recipients.Values.Any(addresses => addresses.Length > 0));
        var webhook = Endpoint(configuration);
        return new DeliverySettings
        {
            Reports = Link(configuration[$"{Section}:ReportsUrl"]),
            Email = email,
            Recipients = recipients,
            Webhook = webhook,
            WebhookAudiences = webhook is null ? [] : WebhookAudiences(configuration[$"{Webhook}:Audiences"]),
        };
    }

    private static MailServer? Server(IConfiguration configuration, bool hasRecipients)
    {
        if (configuration[$"{Email}:Host"] is not { Length: > 0 } host)
        {
            return hasRecipients
                ? throw new SettingException($"{Email}:Host", "is missing, though recipients are named.", "smtp.example.org")
                : null;
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw new SettingException($"{Email}:Host", $"is '{host}', which is not the name of a server.", "smtp.example.org");
        }

        if (!hasRecipients)
        {
            throw new SettingException($"{Email}:ControlledRecipients", "is missing, though a mail server is named; so is PublicRecipients.", "lead@example.org; statistics@example.org");
        }

        var (user, password) = (configuration[$"{Email}:User"], configuration[$"{Email}:Password"]);
        if (string.IsNullOrEmpty(user) != string.IsNullOrEmpty(password))
        {
            throw new SettingException(
                string.IsNullOrEmpty(user) ? $"{Email}:User" : $"{Email}:Password", "is missing: a mail server wants both user and password, or neither.",
                "@Microsoft.KeyVault(VaultName=study;SecretName=mail)");
        }

        var security = Security(configuration[$"{Email}:Tls"]);
        if (security == MailSecurity.None && !string.IsNullOrEmpty(password) && !IsThisMachine(host))
        {
            throw new SettingException($"{Email}:Tls", "is None, and the password would cross the network readable.", "StartTls");
        }

        return new MailServer
        {
            Host = host,
            Port = Number(configuration, $"{Email}:Port", security == MailSecurity.Implicit ? 465 : 587, 65_535),
            Security = security,
            User = string.IsNullOrEmpty(user) ? null : user,
            Password = string.IsNullOrEmpty(password) ? null : password,
            From = configuration[$"{Email}:From"] is { Length: > 0 } from && MailAddress.IsValid(from)
                ? from
                : throw new SettingException($"{Email}:From", "is missing or not one e-mail address.", "SSc study <ssc-study@example.org>"),
            Timeout = TimeSpan.FromSeconds(Number(configuration, $"{Email}:Seconds", 60, 600)),
        };
    }

    private static MailSecurity Security(string? text) =>
        string.IsNullOrEmpty(text) ? MailSecurity.StartTls
        : Enum.GetValues<MailSecurity>().Where(one => one.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).Cast<MailSecurity?>().FirstOrDefault()
            ?? throw new SettingException($"{Email}:Tls", $"is '{text}'. Allowed are StartTls, Implicit and None.", "StartTls");

    private static ImmutableArray<string> Recipients(IConfiguration configuration, string setting)
    {
        var addresses = (configuration[setting] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        const string example = "lead@example.org; Statistics <statistics@example.org>";
        return addresses.FirstOrDefault(address => !MailAddress.IsValid(address)) is { } wrong
                ? throw new SettingException(setting, $"has '{wrong}', which is not an e-mail address. Separate addresses with semicolons.", example)
            : addresses.Length > MostRecipients
                ? throw new SettingException(setting, $"names {addresses.Length} recipients; {MostRecipients} are possible. Use a mailing list.", example)
            : [.. addresses.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static WebhookEndpoint? Endpoint(IConfiguration configuration)
    {
        const string example = "https://example.org/hooks/ssc";
        if (configuration[$"{Webhook}:Url"] is not { Length: > 0 } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.UserInfo.Length > 0)
        {
            throw new SettingException($"{Webhook}:Url", "is not an address of the web without user and password.", example);
        }

        if (url.Scheme == "http" && !url.IsLoopback)
        {
            throw new SettingException($"{Webhook}:Url", "begins with http, which everybody on the way can read and change. Only this machine may be called so.", example);
        }

        return new WebhookEndpoint
        {
            Url = url,
            Secret = configuration[$"{Webhook}:Secret"] is { Length: >= ShortestSecret } secret
                ? secret
                : throw new SettingException(
                    $"{Webhook}:Secret", $"is missing or shorter than {ShortestSecret} characters; bodies are signed with it.",
                    "@Microsoft.KeyVault(VaultName=study;SecretName=webhook)"),
            Timeout = TimeSpan.FromSeconds(Number(configuration, $"{Webhook}:Seconds", 30, 300)),
        };
    }

    private static ImmutableArray<string> WebhookAudiences(string? text)
    {
        var names = string.IsNullOrEmpty(text) ? [Audiences.Public] : text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length > 0 && names.All(name => Audiences.All.Contains(name))
            ? [.. names.Distinct(StringComparer.Ordinal)]
            : throw new SettingException($"{Webhook}:Audiences", $"is '{text}'. Allowed are public, controlled, or both with a semicolon between.", "public;controlled");
    }

    private static Uri? Link(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : Uri.TryCreate(text.EndsWith('/') ? text : $"{text}/", UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && url.Query.Length == 0
            ? url
            : throw new SettingException(
                $"{Section}:ReportsUrl", "is not an address of the web, or it has a query.", "https://study.blob.core.windows.net/reports/");

    private static int Number(IConfiguration configuration, string setting, int preset, int most) =>
        configuration[setting] is not { Length: > 0 } text ? preset
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 && value <= most ? value
        : throw new SettingException(
            setting, $"is '{text}'. It must be a whole number from 1 to {most}.", preset.ToString(CultureInfo.InvariantCulture));

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));
}
