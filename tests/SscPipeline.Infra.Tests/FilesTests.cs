using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using SscPipeline.Infra.Tests.Bicep;
using SscPipeline.Testing;
using YamlDotNet.RepresentationModel;

namespace SscPipeline.Infra.Tests;

/// <summary>Files that only Azure, azd or a shell reads.</summary>
public sealed partial class FilesTests
{
    public static TheoryData<string> Scripts => [.. Repository.Files("infra", "*.sh"), ".ci/run"];

    [Theory]
    [InlineData("src/SscPipeline.Functions/host.json")]
    [InlineData("local.settings.sample.json")]
    [InlineData("src/SscPipeline.Functions/functions.expected.json")]
    [InlineData("infra/azurite/package.json")]
    public void Json_is_json(string file) => Assert.Null(JsonFault(Repository.Read(file)));

    [Fact]
    public void Json_with_a_fault_is_found() => Assert.NotNull(JsonFault("{ \"version\": \"2.0\", }"));

    [Fact]
    public void The_host_file_has_no_part_that_the_functions_do_not_use()
    {
        using var host = JsonDocument.Parse(Repository.Read("src/SscPipeline.Functions/host.json"));

        Assert.Equal("2.0", host.RootElement.GetProperty("version").GetString());
        Assert.Equal(5, host.RootElement.GetProperty("extensions").GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32());
        Assert.Equal(5, host.RootElement.GetProperty("extensions").GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
    }

    [Fact]
    public void Every_value_of_the_host_file_is_explained_in_README()
    {
        using var host = JsonDocument.Parse(Repository.Read("src/SscPipeline.Functions/host.json"));
        var readme = Repository.Read("README.md");
        var keys = host.RootElement.GetProperty("extensions").EnumerateObject()
            .SelectMany(extension => extension.Value.EnumerateObject().Select(value => $"`{extension.Name}.{value.Name}`"))
            .Concat(host.RootElement.GetProperty("logging").EnumerateObject().SelectMany(part => part.Name == "applicationInsights" ? part.Value.EnumerateObject().Select(value => $"`logging.applicationInsights.{value.Name}`") : [$"`logging.{part.Name}`"]))
            .Append("`functionTimeout`");

        Assert.All(keys, key => Assert.Contains(key, readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Azd_finds_template_code_and_scripts()
    {
        var azure = Yaml.Load(Repository.Read("infra/azure.yaml"));
        var scripts = ((YamlMappingNode)azure["hooks"]).Children.Values.Select(hook => hook["run"].ToString());

        Assert.True(File.Exists(Repository.PathOf($"infra/{azure["infra"]["path"]}/{azure["infra"]["module"]}.bicep")));
        Assert.True(Directory.Exists(Repository.PathOf($"infra/{azure["services"]["functions"]["project"]}")));
        Assert.Equal("function", azure["services"]["functions"]["host"].ToString());
        Assert.All(scripts, script => Assert.True(File.Exists(Repository.PathOf($"infra/{script}")), script));
        Assert.Contains("'azd-service-name': 'functions'", Repository.Read("infra/modules/app.bicep"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Scripts))]
    public void A_script_can_be_read_by_the_shell(string script) => Assert.Equal("", Shell("bash", "-n", Repository.PathOf(script)));

    [Fact]
    public void A_script_that_the_shell_cannot_read_is_found() => Assert.Contains("syntax error", Shell("bash", "-n", "-c", "if true; then"), StringComparison.Ordinal);

    [FactWhere("shellcheck", "--version")]
    public void Shellcheck_has_nothing_to_say() =>
        Assert.Equal("", Shell("shellcheck", [.. Repository.Files("infra", "*.sh").Select(Repository.PathOf)]));

    [Fact]
    public void What_the_scripts_take_from_the_deployment_is_an_output_of_main()
    {
        var outputs = BicepFile.Load(Repository.PathOf("infra/main.bicep")).Names("output").ToHashSet();

        Assert.Empty(Repository.Files("infra", "*.sh").SelectMany(script => Unset(Repository.Read(script), outputs)));
    }

    [Fact]
    public void A_variable_that_nobody_sets_is_found() => Assert.Equal(["functionAppNam"], Unset("az x \"${functionAppNam:?}\"", ["functionAppName"]));

    [Fact]
    public void The_second_stage_gets_the_parameters_that_it_declares()
    {
        var events = BicepFile.Load(Repository.PathOf("infra/events.bicep"));
        var given = Given().Matches(Repository.Read("infra/event-subscriptions.sh")).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(events.Declarations.Where(one => one is { Kind: "param", HasValue: false }).Select(one => one.Name).Order(), given.Order());
    }

    [Fact]
    public void The_subscriptions_listen_to_final_writes_below_submissions_only_and_in_CloudEvents()
    {
        var events = Repository.Read("infra/events.bicep");

        Assert.Equal(2, CountOf("eventDeliverySchema: 'CloudEventSchemaV1_0'", events));
        Assert.Equal(2, CountOf("subjectBeginsWith: submissionsOnly", events));
        Assert.Equal(2, CountOf("values: finalWrites", events));
        Assert.Equal(2, CountOf("blobContainerName: 'events-dead-letter'", events));
        Assert.DoesNotContain("'CreateFile'", events, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_accounts_refuse_keys_old_TLS_and_public_reading()
    {
        foreach (var account in new[] { Repository.Read("infra/modules/inbox.bicep"), Repository.Read("infra/modules/data.bicep") })
        {
            Assert.Contains("allowSharedKeyAccess: false", account, StringComparison.Ordinal);
            Assert.Contains("minimumTlsVersion: 'TLS1_2'", account, StringComparison.Ordinal);
            Assert.Contains("allowBlobPublicAccess: false", account, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_alert_has_its_paragraph_in_README()
    {
        var names = AlertName().Matches(Repository.Read("infra/modules/alerts.bicep")).Select(match => match.Groups[1].Value).ToList();
        var operate = Section(Repository.Read("README.md"), "## Operate it");

        Assert.True(names.Count >= 4);
        Assert.All(names, name => Assert.Contains($"`{name}`", operate, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_finding_of_the_doctor_is_explained_in_README()
    {
        var sources = Repository.Files("src/SscPipeline.Workflows/Diagnosing", "*.cs").Append("src/SscPipeline.Cli/Hosting/MachineExam.cs").Select(Repository.Read);
        var names = sources.SelectMany(source => FindingName().Matches(source)).Select(match => match.Groups[1].Value).Distinct().ToList();
        var operate = Section(Repository.Read("README.md"), "## Operate it");

        Assert.True(names.Count >= 20, string.Join(' ', names));
        Assert.All(names, name => Assert.Contains($"`{name}`", operate, StringComparison.Ordinal));
    }

    [Fact]
    public void From_nothing_to_a_receipt_in_Azure_takes_at_most_ten_commands_whose_files_exist()
    {
        var section = Section(Repository.Read("README.md"), "## Run it on Azure");
        var commands = section.Split("```bash\n")[1].Split("\n```")[0].Split('\n');

        Assert.InRange(commands.Length, 5, 10);
        Assert.All(
            commands.SelectMany(command => FileName().Matches(command)).Select(match => match.Value),
            path => Assert.True(File.Exists(Repository.PathOf(path)) || Directory.Exists(Repository.PathOf(path)), path));
    }

    internal static string Section(string readme, string title)
    {
        var from = readme.IndexOf(title + "\n", StringComparison.Ordinal);
        Assert.True(from >= 0, $"README has no section {title}");
        var to = readme.IndexOf("\n## ", from + 1, StringComparison.Ordinal);
        return to < 0 ? readme[from..] : readme[from..to];
    }

    private static string? JsonFault(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return null;
        }
        catch (JsonException fault)
        {
            return fault.Message;
        }
    }

    private static IEnumerable<string> Unset(string script, HashSet<string> outputs) =>
        Demanded().Matches(script).Select(match => match.Groups[1].Value).Where(name => !outputs.Contains(name) && name != "AZURE_RESOURCE_GROUP");

    private static int CountOf(string part, string text) => text.Split(part).Length - 1;

    private static string Shell(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return output.GetAwaiter().GetResult() + errors;
    }

    [GeneratedRegex(@"\$\{([A-Za-z_]+):\?")]
    private static partial Regex Demanded();

    [GeneratedRegex(@"([A-Za-z]+)=\""\$\{")]
    private static partial Regex Given();

    [GeneratedRegex(@"(?:new Diagnosis|=> new)\(\s*""([a-z-]+)""")]
    private static partial Regex FindingName();

    [GeneratedRegex(@"(?<![\w./-])(src|infra)/[\w./-]*\w")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^    name: '([a-z-]+)'$", RegexOptions.Multiline)]
    private static partial Regex AlertName();
}
