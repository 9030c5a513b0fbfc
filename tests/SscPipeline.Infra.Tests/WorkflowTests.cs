using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace SscPipeline.Infra.Tests;

/// <summary>The workflows of the repository's home name things that exist, and nothing that changes by itself.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Workflows => [.. Repository.Files(".github/workflows", "*.yml")];

    [Theory, MemberData(nameof(Workflows))]
    public void A_workflow_is_whole(string file) => Assert.Empty(Problems(Repository.Read(file)));

    [Theory]
    [InlineData("      - uses: actions/checkout@main\n", "actions/checkout@main is not pinned to a version")]
    [InlineData("      - uses: actions/checkout\n", "actions/checkout is not pinned to a version")]
    [InlineData("      - run: dotnet test tests/SscPipeline.None.Tests\n", "there is no tests/SscPipeline.None.Tests")]
    [InlineData("      - run: .ci/walk\n", "there is no .ci/walk")]
    [InlineData("      - run: dotnet run --project src/SscPipeline.Cli -- dance\n", "ssc has no command 'dance'")]
    public void What_is_broken_is_found(string step, string problem) =>
        Assert.Contains(problem, Problems($"name: x\non: push\npermissions:\n  contents: read\njobs:\n  one:\n    runs-on: ubuntu-latest\n    timeout-minutes: 5\n    steps:\n{step}"));

    [Fact]
    public void A_workflow_without_limits_is_found() =>
        Assert.Equal(
            ["no permissions are named", "job 'one' has no time limit"],
            Problems("name: x\non: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo\n"));

    [Fact]
    public void Text_that_is_no_YAML_is_found() => Assert.ThrowsAny<YamlException>(() => Problems("name: x\n  on: push\n"));

    [Fact]
    public void Deploying_uses_a_token_of_the_run_and_no_stored_secret()
    {
        var deploy = Repository.Read(".github/workflows/deploy.yml");

        Assert.Equal("write", Yaml.Load(deploy)["permissions"]["id-token"].ToString());
        Assert.DoesNotContain("secrets.", deploy, StringComparison.Ordinal);
    }

    [Fact]
    public void Updates_are_proposed_for_packages_of_NuGet_npm_and_for_actions()
    {
        var updates = Yaml.Load(Repository.Read(".github/dependabot.yml"))["updates"].Items().ToList();

        Assert.Equal(["github-actions", "npm", "nuget"], updates.Select(update => update["package-ecosystem"].ToString()).Distinct().Order(StringComparer.Ordinal));
        Assert.All(updates, update => Assert.True(Directory.Exists(Repository.PathOf(update["directory"].ToString().TrimStart('/'))), update["directory"].ToString()));
        Assert.Equal(
            Repository.Files("infra", "package-lock.json").Concat(Repository.Files("tests", "package-lock.json")).Select(file => "/" + Path.GetDirectoryName(file)!.Replace('\\', '/')).Order(StringComparer.Ordinal),
            updates.Where(update => update["package-ecosystem"].ToString() == "npm").Select(update => update["directory"].ToString()).Order(StringComparer.Ordinal));
    }

    private static List<string> Problems(string text)
    {
        var workflow = Yaml.Load(text);
        var problems = new List<string>();
        if (workflow.Find("permissions") is null)
        {
            problems.Add("no permissions are named");
        }

        foreach (var (name, job) in workflow["jobs"].Entries())
        {
            if (job.Find("timeout-minutes") is null)
            {
                problems.Add($"job '{name}' has no time limit");
            }

            foreach (var step in job.Find("steps").Items())
            {
                problems.AddRange(step.Find("uses") is { } uses && !Pinned().IsMatch(uses.ToString()) ? [$"{uses} is not pinned to a version"] : []);
                problems.AddRange(step.Find("run") is { } run ? Missing(run.ToString()) : []);
            }
        }

        return problems;
    }

    private static IEnumerable<string> Missing(string script) =>
        FileName().Matches(script).Select(match => match.Value)
            .Where(path => !File.Exists(Repository.PathOf(path)) && !Directory.Exists(Repository.PathOf(path)))
            .Select(path => $"there is no {path}")
            .Concat(Command().Matches(script).Select(match => match.Groups[1].Value)
                .Where(command => !Repository.Read("README.md").Contains($"| `{command}", StringComparison.Ordinal))
                .Select(command => $"ssc has no command '{command}'"));

    [GeneratedRegex(@"^[\w-]+/[\w./-]+@(v[0-9]+(\.[0-9]+)*|[0-9a-f]{40})$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"(?<![\w./-])(src|tests|infra|\.ci|\.config)/[\w./-]*\w")]
    private static partial Regex FileName();

    [GeneratedRegex(@"--project src/SscPipeline\.Cli[^-]* -- ([a-z]+)")]
    private static partial Regex Command();
}
