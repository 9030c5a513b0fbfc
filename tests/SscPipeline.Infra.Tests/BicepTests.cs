using SscPipeline.Infra.Tests.Bicep;

namespace SscPipeline.Infra.Tests;

public sealed class BicepTests
{
    /// <summary>From the list of built-in roles of Azure.</summary>
    private static readonly Dictionary<string, string> KnownRoles = new(StringComparer.Ordinal)
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "blobDataOwner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "blobDataContributor",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "blobDataReader",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "queueDataContributor",
        ["c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"] = "queueDataMessageSender",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "tableDataContributor",
        ["76199698-9eea-4c19-bc75-cec21354c6b6"] = "tableDataReader",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "monitoringMetricsPublisher",
    };

    public static TheoryData<string> Sources => [.. Repository.Files("infra", "*.bicep")];

    [Theory, MemberData(nameof(Sources))]
    public void What_is_used_is_declared_once_and_what_is_declared_is_used(string file)
    {
        var bicep = BicepFile.Load(Repository.PathOf(file));

        Assert.NotEmpty(bicep.Declarations);
        Assert.Empty(BicepRules.Undeclared(bicep).Concat(BicepRules.Twice(bicep)).Concat(BicepRules.Unused(bicep)));
    }

    [Theory, MemberData(nameof(Sources))]
    public void Modules_exist_and_get_the_parameters_that_they_declare(string file) =>
        Assert.Empty(BicepRules.Modules(BicepFile.Load(Repository.PathOf(file))));

    [Theory, MemberData(nameof(Sources))]
    public void Every_API_version_is_dated_and_every_role_is_a_known_one_under_its_name(string file)
    {
        var bicep = BicepFile.Load(Repository.PathOf(file));

        Assert.Empty(BicepRules.Versions(bicep).Concat(BicepRules.Roles(bicep, KnownRoles)));
    }

    [Fact]
    public void The_file_of_parameters_gives_what_main_asks_for()
    {
        var (values, main) = (BicepFile.Load(Repository.PathOf("infra/main.bicepparam")), BicepFile.Load(Repository.PathOf("infra/main.bicep")));

        Assert.Empty(BicepRules.Parameters(values, main).Concat(BicepRules.Undeclared(values)));
    }

    [Theory]
    [InlineData("var a = 'x'\noutput b string = '${aa}'\n", "broken.bicep:2: 'aa' is not declared")]
    [InlineData("output b string = upper('x')\n", "broken.bicep:1: there is no function 'upper'")]
    [InlineData("output b array = [for one in ['x']: { name: on }]\n", "broken.bicep:1: 'on' is not declared")]
    [InlineData("param a string\nparam a int\noutput b string = a\n", "broken.bicep:2: 'a' is declared twice")]
    [InlineData("param a string\n", "broken.bicep:1: 'a' is never used")]
    [InlineData("resource a 'Microsoft.Web/sites@2024-04-01' existing = {\n  name: 'x'\n}\n", "broken.bicep:1: 'a' is never used")]
    [InlineData("module a 'modules/none.bicep' = {\n  name: 'x'\n}\n", "broken.bicep:1: there is no module 'modules/none.bicep'")]
    [InlineData("module a 'modules/identity.bicep' = {\n  name: 'x'\n  params: {\n    name: 'x'\n    location: 'y'\n  }\n}\n", "broken.bicep:1: module 'modules/identity.bicep' needs the parameter 'tags'")]
    [InlineData("module a 'modules/identity.bicep' = {\n  params: {\n    name: 'x'\n    location: 'y'\n    tags: {}\n    colour: 'z'\n  }\n}\n", "broken.bicep:1: module 'modules/identity.bicep' has no parameter 'colour'")]
    [InlineData("module a 'modules/identity.bicep' = {\n  params: { name: 'x', location: 'y', tags: {} }\n}\noutput b string = a.outputs.none\n", "broken.bicep:4: module 'a' has no output 'none'")]
    [InlineData("resource a 'Microsoft.Web/sites' = {\n  name: 'x'\n}\n", "broken.bicep:1: 'Microsoft.Web/sites' has no dated API version")]
    [InlineData("resource a 'Microsoft.Web/sites@latest' = {\n  name: 'x'\n}\n", "broken.bicep:1: 'Microsoft.Web/sites@latest' has no dated API version")]
    [InlineData("var blobDataReader = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'\n", "broken.bicep:1: b7e6dc6d-f1e8-4753-8033-0f276bb0955b is blobDataOwner, not 'blobDataReader'")]
    [InlineData("var owner = '00000000-f1e8-4753-8033-0f276bb0955b'\n", "broken.bicep:1: 00000000-f1e8-4753-8033-0f276bb0955b is no known role")]
    public void What_is_broken_is_found(string text, string problem)
    {
        var broken = new BicepFile(Repository.PathOf("infra/broken.bicep"), text);

        Assert.Contains(problem, (IEnumerable<string>)
        [
            .. BicepRules.Undeclared(broken), .. BicepRules.Twice(broken), .. BicepRules.Unused(broken), .. BicepRules.Modules(broken),
            .. BicepRules.Versions(broken), .. BicepRules.Roles(broken, KnownRoles),
        ]);
    }

    [Theory]
    [InlineData("using 'main.bicep'\nparam study = 'x'\nparam sites = []\nparam operatorEmail = 'x'\n", "the parameter 'name' needs a value")]
    [InlineData("using 'main.bicep'\nparam nane = 'x'\n", "there is no parameter 'nane'")]
    public void A_parameter_that_is_missing_or_unknown_is_found(string values, string problem) =>
        Assert.Contains(
            BicepRules.Parameters(new BicepFile("broken.bicepparam", values), BicepFile.Load(Repository.PathOf("infra/main.bicep"))),
            found => found.EndsWith(problem, StringComparison.Ordinal));
}
