using Microsoft.Extensions.Configuration;
using SscPipeline.Delivery.Email;
using SscPipeline.Workflows.Delivering;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Tests.Settings;

public sealed class DeliverySettingsTests
{
    private const string Email = "Ssc:Delivery:Email:";
    private const string Webhook = "Ssc:Delivery:Webhook:";

    private static readonly Dictionary<string, string> Right = new(StringComparer.Ordinal)
    {
        [$"{Email}Host"] = "mail.example.org",
        [$"{Email}From"] = "Étude <ssc@example.org>",
        [$"{Email}ControlledRecipients"] = "lead@example.org; Second <second@example.org>",
        [$"{Webhook}Url"] = "https://example.org/hook",
        [$"{Webhook}Secret"] = "0123456789abcdef0123456789abcdef",
    };

    [Fact]
    public void Delivery_is_off_without_settings_and_encrypted_unless_said_otherwise()
    {
        var (off, on) = (Read([]), Read(Right));

        Assert.Equal((null, null), (off.Email, off.Webhook));
        Assert.Equal((587, MailSecurity.StartTls), (on.Email!.Port, on.Email.Security));
        Assert.Equal<IEnumerable<string>>(["lead@example.org", "Second <second@example.org>"], on.Recipients["controlled"]);
        Assert.Equal<IEnumerable<string>>(["public"], on.WebhookAudiences);
    }

    [Theory]
    [InlineData($"{Email}Host", "", "is missing, though recipients are named")]
    [InlineData($"{Email}Host", "not a host", "not the name of a server")]
    [InlineData($"{Email}From", "nobody", "not one e-mail address")]
    [InlineData($"{Email}From", "a@example.org\r\nBcc: b@example.org", "not one e-mail address")]
    [InlineData($"{Email}ControlledRecipients", "lead@example.org, second@example.org", "Separate addresses with semicolons")]
    [InlineData($"{Email}ControlledRecipients", "", "is missing, though a mail server is named")]
    [InlineData($"{Email}Port", "70000", "whole number from 1 to 65535")]
    [InlineData($"{Email}Tls", "Sometimes", "StartTls, Implicit and None")]
    [InlineData($"{Email}User", "ssc", "wants both user and password", $"{Email}Password")]
    [InlineData($"{Webhook}Url", "http://example.org/hook", "everybody on the way can read")]
    [InlineData($"{Webhook}Url", "ftp://example.org/", "not an address of the web")]
    [InlineData($"{Webhook}Secret", "short-secret", "shorter than 32")]
    [InlineData($"{Webhook}Audiences", "everyone", "public, controlled")]
    [InlineData("Ssc:Delivery:ReportsUrl", "study/reports", "not an address of the web")]
    public void A_wrong_setting_is_named_with_its_problem_and_an_example_and_no_secret_is_repeated(
        string name, string value, string problem, string? named = null)
    {
        var wrong = Assert.Throws<SettingException>(() => Read(new(Right, StringComparer.Ordinal) { [name] = value }));

        Assert.StartsWith($"Setting '{named ?? name}' ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(problem, wrong.Message, StringComparison.Ordinal);
        Assert.Contains($"Example: {named ?? name}=", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", name.EndsWith("Secret", StringComparison.Ordinal) ? wrong.Message.Replace("SecretName", "", StringComparison.Ordinal).Replace("Webhook:Secret", "", StringComparison.Ordinal) : "", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_password_never_crosses_the_network_readable_but_may_stay_on_this_machine()
    {
        var plain = new Dictionary<string, string>(Right, StringComparer.Ordinal) { [$"{Email}Tls"] = "None", [$"{Email}User"] = "ssc", [$"{Email}Password"] = "hunter2" };

        var wrong = Assert.Throws<SettingException>(() => Read(plain));
        var local = Read(new(plain, StringComparer.Ordinal) { [$"{Email}Host"] = "127.0.0.1" });

        Assert.Contains("would cross the network readable", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", wrong.Message + local.Email, StringComparison.Ordinal);
    }

    private static DeliverySettings Read(Dictionary<string, string> settings) => DeliverySettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
}
