using System.Text.RegularExpressions;
using SscPipeline.Infra.Tests.Bicep;
using SscPipeline.Workflows.Diagnosing;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Infra.Tests;

/// <summary>Bicep, the reference in <c>local.settings.sample.json</c> and the code name the same settings.</summary>
public sealed partial class AppSettingsTests
{
    /// <summary>Read where the local host starts, which Azure has not.</summary>
    private const string OfTheLocalHost = "Ssc__Http__{Port|FunctionKey}";

    /// <summary>Of use on a machine only.</summary>
    private static readonly string[] NotInAzure = ["FUNCTIONS_WORKER_RUNTIME", "Logging__LogLevel__{category}", OfTheLocalHost];

    /// <summary>The connection string; in Azure the addresses take its place.</summary>
    private static readonly string[] ByIdentity = [ConnectionNames.Host, ConnectionNames.Data, ConnectionNames.Inbox];

    [Fact]
    public void Every_app_setting_in_Bicep_is_explained() => Assert.Empty(Unknown(InBicep(App())));

    [Fact]
    public void A_setting_that_is_not_explained_is_found() =>
        Assert.Equal(["Ssc__Sutdy"], Unknown(InBicep(new BicepFile("broken.bicep", "resource settings 'config' = {\n  properties: {\n    Ssc__Study: 'x'\n    Ssc__Sutdy: 'x'\n  }\n}\n"))));

    [Fact]
    public void Every_setting_that_is_explained_is_set_by_Bicep_or_shown_in_the_file_of_parameters() =>
        Assert.Empty(Missing(InBicep(App()), Repository.Read("infra/main.bicepparam")));

    [Fact]
    public void An_explained_setting_that_the_file_of_parameters_does_not_show_is_found() =>
        Assert.Equal(
            ["Ssc__Acceptance"],
            Missing(InBicep(App()), Repository.Read("infra/main.bicepparam").Replace("Ssc__Acceptance", "Ssc__Accept", StringComparison.Ordinal)));

    [Fact]
    public void No_setting_is_one_that_Flex_Consumption_forbids()
    {
        Assert.DoesNotContain(InBicep(App()), IsForbidden);
        Assert.DoesNotContain(ExtraSettings(), IsForbidden);
    }

    [Theory]
    [InlineData("FUNCTIONS_WORKER_RUNTIME", true)]
    [InlineData("FUNCTIONS_EXTENSION_VERSION", true)]
    [InlineData("WEBSITE_TIME_ZONE", true)]
    [InlineData("WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", true)]
    [InlineData("Ssc__Study", false)]
    public void Forbidden_ones_are_told_from_others(string name, bool isForbidden) => Assert.Equal(isForbidden, IsForbidden(name));

    [Fact]
    public void What_the_file_of_parameters_adds_is_explained() => Assert.Empty(Unknown(ExtraSettings()));

    [Fact]
    public void Whatever_the_code_asks_for_is_explained_and_what_is_explained_is_asked_for()
    {
        var asked = new AskedSettings(
            ("Ssc:Sites:site-a:Language", "zh"), ("Ssc:Sites:site-a:KeyHash", new string('0', 64)), ("Ssc:Delivery:Email:Host", "smtp.example.org"), ("Ssc:Delivery:Email:ControlledRecipients", "a@example.org"), ("Ssc:Delivery:Email:From", "a@example.org"), ("Ssc:Delivery:Webhook:Url", "https://example.org"), ("Ssc:Delivery:Webhook:Secret", new string('s', 32)));
        Assert.Empty(SettingsCheck.Problems(asked));

        Assert.DoesNotContain(asked.Names, name => !SettingNames.IsKnown(name));
        var ours = SettingNames.Explained.Where(name => name.StartsWith("Ssc__", StringComparison.Ordinal) && name != OfTheLocalHost).SelectMany(Spelled);
        Assert.DoesNotContain(ours, name => !asked.Names.Contains(name));
    }

    [Theory]
    [InlineData("Ssc:Acceptence", "Ssc__Acceptance")]
    [InlineData("Ssc:Sites:site-b:Langauge", "Ssc__Sites__site-b__Language")]
    [InlineData("Ssc:Delivery:Email:Recipients", null)]
    [InlineData("SscStorage:blobServiceUrl", "SscStorage__blobServiceUri")]
    [InlineData("AzureWebJobStorage", "AzureWebJobsStorage")]
    [InlineData("Ssc_Study", "Ssc__Study")]
    public void A_name_that_is_nearly_right_is_told(string name, string? nearest)
    {
        Assert.True(SettingNames.IsMeantForUs(name));
        Assert.False(SettingNames.IsKnown(name));
        Assert.Equal(nearest, SettingNames.Nearest(name));
    }

    [Theory]
    [InlineData("SSC_CORPUS")]
    [InlineData("PATH")]
    [InlineData("AZURE_CLIENT_ID")]
    public void Names_of_others_are_left_alone(string name) => Assert.False(SettingNames.IsMeantForUs(name));

    private static BicepFile App() => BicepFile.Load(Repository.PathOf("infra/modules/app.bicep"));

    private static List<string> InBicep(BicepFile app)
    {
        var settings = app.Declarations.Single(declaration => declaration is { Kind: "resource", Name: "settings" });
        return [.. app.KeysIn(settings).Select(key => key.Text).Where(name => name is not ("name" or "properties"))];
    }

    private static IEnumerable<string> ExtraSettings()
    {
        var values = BicepFile.Load(Repository.PathOf("infra/main.bicepparam"));
        return values.KeysIn(values.Declarations.Single(declaration => declaration.Name == "extraSettings")).Select(key => key.Text);
    }

    private static IEnumerable<string> Unknown(IEnumerable<string> names) => names.Where(name => !SettingNames.IsKnown(name));

    private static IEnumerable<string> Missing(IReadOnlyCollection<string> inBicep, string parameters) => SettingNames.Explained
        .Except(NotInAzure).Except(ByIdentity)
        .Where(name => !Spelled(name).All(spelled => inBicep.Contains(spelled.Replace(":", "__", StringComparison.Ordinal))))
        .Where(name => !Regex.IsMatch(parameters, $@"\b{Regex.Escape(name)}(:|: )"));

    private static IEnumerable<string> Spelled(string name)
    {
        var match = Choices().Match(name);
        var colons = name.Replace("__", ":", StringComparison.Ordinal).Replace("{site}", "site-a", StringComparison.Ordinal);
        return match.Success
            ? match.Groups[1].Value.Split('|').Select(choice => colons.Replace(match.Value, choice, StringComparison.Ordinal))
            : [colons];
    }

    private static bool IsForbidden(string name) =>
        name is "FUNCTIONS_WORKER_RUNTIME" or "FUNCTIONS_EXTENSION_VERSION" || name.StartsWith("WEBSITE_", StringComparison.Ordinal);

    [GeneratedRegex(@"\{([^}]*\|[^}]*)\}")]
    private static partial Regex Choices();
}
