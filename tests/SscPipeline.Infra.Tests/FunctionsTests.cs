using System.Collections.Immutable;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using SscPipeline.Functions;

namespace SscPipeline.Infra.Tests;

/// <summary>What Azure will be told of the functions. A function that is lost, renamed or bound elsewhere is seen here before it is deployed.</summary>
public sealed class FunctionsTests
{
    private const string Expected = "src/SscPipeline.Functions/functions.expected.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the published worker binds to a parameter without a converter of its own.</summary>
    private static readonly string[] Bindable =
        ["Stream", "BlobClient", "String", "TimerInfo", "HttpRequest", "CancellationToken"];

    public static TheoryData<string> Names => [.. All().Select(function => function.Name)];

    [Fact]
    public void The_functions_are_those_that_are_expected()
    {
        var found = Describe();
        if (Environment.GetEnvironmentVariable("SSC_APPROVE") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            File.WriteAllText(Repository.PathOf(Expected), found);
            return;
        }

        Assert.True(found == Repository.Read(Expected), $"""
            The functions are not those of {Expected}. If this is meant, look at what this changes:
            SSC_APPROVE=1 dotnet test tests/SscPipeline.Infra.Tests --filter FullyQualifiedName~FunctionsTests
            Found:
            {found}
            """);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_published_worker_can_find_call_and_bind_a_function(string name)
    {
        var (_, method, triggers) = All().Single(function => function.Name == name);

        Assert.True(method.DeclaringType!.IsPublic && method.IsPublic, "class and method are public");
        Assert.True(method.ReturnType.IsAssignableTo(typeof(Task)), "it returns a task");
        Assert.Single(triggers);
        Assert.All(method.GetParameters(), parameter => Assert.Contains(parameter.ParameterType.Name, Bindable));
        Assert.Equal(typeof(CancellationToken), method.GetParameters()[^1].ParameterType);
    }

    [Fact]
    public void Every_connection_and_every_setting_in_a_trigger_is_one_that_Bicep_sets()
    {
        var app = Repository.Read("infra/modules/app.bicep");
        var triggers = All().SelectMany(function => function.Triggers).SelectMany(Properties).ToList();

        Assert.All(triggers.Where(property => property.Name == "Connection"), property => Assert.Contains($"{property.Value}__queueServiceUri:", app, StringComparison.Ordinal));
        Assert.All(
            triggers.Where(property => property.Value.StartsWith('%')),
            property => Assert.Contains($"{property.Value.Trim('%').Replace(":", "__", StringComparison.Ordinal)}:", app, StringComparison.Ordinal));
    }

    [Fact]
    public void The_queues_and_the_container_that_trigger_are_made_by_Bicep_and_the_subscriptions_lead_to_them()
    {
        var (inbox, events) = (Repository.Read("infra/modules/inbox.bicep"), Repository.Read("infra/events.bicep"));
        var properties = All().SelectMany(function => function.Triggers).SelectMany(Properties).ToList();

        Assert.All(properties.Where(property => property.Name == "QueueName"), property => Assert.Contains($"'{property.Value}'", inbox, StringComparison.Ordinal));
        Assert.All(properties.Where(property => property.Name == "BlobPath"), property => Assert.Contains($"name: '{property.Value.Split('/')[0]}'", inbox, StringComparison.Ordinal));
        Assert.Contains("functionName=Host.Functions.IngestSubmission&", events, StringComparison.Ordinal);
        Assert.Contains("queueName: 'ssc-inbox-events'", events, StringComparison.Ordinal);
    }

    private static string Describe() => JsonSerializer.Serialize(
        All().Select(function => new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["name"] = function.Name,
            ["entryPoint"] = $"{function.Method.DeclaringType!.FullName}.{function.Method.Name}",
            ["trigger"] = function.Triggers.Select(trigger => trigger.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)).First(),
            ["bindings"] = new SortedDictionary<string, string>(
                function.Triggers.SelectMany(Properties).ToDictionary(property => property.Name, property => property.Value), StringComparer.Ordinal),
            ["parameters"] = function.Method.GetParameters().Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}"),
        }),
        Readable) + "\n";

    private static ImmutableArray<(string Name, MethodInfo Method, ImmutableArray<Attribute> Triggers)> All() =>
    [
        .. from type in typeof(IngestSubmissionFunction).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           orderby function.Name
           select (function.Name, method, Triggers(method)),
    ];

    private static ImmutableArray<Attribute> Triggers(MethodInfo method) =>
        [.. method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes()).Where(attribute => attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal))];

    /// <summary>What the attribute says that is not the default of every attribute.</summary>
    private static IEnumerable<(string Name, string Value)> Properties(Attribute trigger) =>
        from property in trigger.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let value = property.GetValue(trigger)
        where value is not null
        select (property.Name, value is string[] several ? string.Join(',', several) : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!);
}
