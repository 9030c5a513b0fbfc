using System.Collections.Immutable;
using System.Reflection;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace SscPipeline.LocalHost.Binding;

/// <summary>Finds functions, and refuses at the start what this host could not call.</summary>
internal static class FunctionCatalogue
{
    /// <summary>In the order of their names.</summary>
    /// <exception cref="InvalidOperationException">A function has no trigger, two, or a parameter that cannot be bound; or a name is used twice.</exception>
    public static ImmutableArray<FunctionDefinition> Of(IEnumerable<Type> classes)
    {
        var functions = (
            from type in classes
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            let function = method.GetCustomAttribute<FunctionAttribute>()
            where function is not null
            select Define(function.Name, method)).OrderBy(function => function.Name, StringComparer.Ordinal).ToImmutableArray();

        return functions.GroupBy(function => function.Name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new InvalidOperationException($"Two functions are called '{twice.Key}'.")
            : functions;
    }

    private static FunctionDefinition Define(string name, MethodInfo method)
    {
        if (!method.ReturnType.IsAssignableTo(typeof(Task)))
        {
            throw new InvalidOperationException($"Function '{name}' must return a Task.");
        }

        var triggers = (
            from parameter in method.GetParameters()
            from attribute in parameter.GetCustomAttributes()
            where attribute is BlobTriggerAttribute or QueueTriggerAttribute or TimerTriggerAttribute or HttpTriggerAttribute
            select new FunctionDefinition(name, method, attribute, parameter)).ToArray();
        if (triggers is not [var function])
        {
            throw new InvalidOperationException($"Function '{name}' must have one trigger; it has {triggers.Length} that this host knows.");
        }

        if (function.Trigger is HttpTriggerAttribute != (method.ReturnType == typeof(Task<IResult>)))
        {
            throw new InvalidOperationException($"Function '{name}' must return a Task of IResult if it answers over HTTP, and only then.");
        }

        return method.GetParameters().FirstOrDefault(parameter => !CanBind(function, parameter)) is { } stranger
            ? throw new InvalidOperationException(
                $"Function '{name}': parameter '{stranger.Name}' of type {stranger.ParameterType.Name} cannot be bound by the local host.")
            : function;
    }

    private static bool CanBind(FunctionDefinition function, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return (function.Trigger, parameter == function.TriggerParameter) switch
        {
            (BlobTriggerAttribute, true) => type == typeof(BlobClient) || type == typeof(Stream),
            (QueueTriggerAttribute, true) => type == typeof(string),
            (TimerTriggerAttribute, true) => type == typeof(TimerInfo),
            (HttpTriggerAttribute, true) => type == typeof(HttpRequest),
            (HttpTriggerAttribute http, false) when type == typeof(string) => RoutePatternFactory.Parse(http.Route ?? "").GetParameter(parameter.Name!) is not null,
            (BlobTriggerAttribute blob, false) when type == typeof(string) => BlobPattern.Parse(blob.BlobPath).Tokens.Contains(parameter.Name!),
            _ => type == typeof(CancellationToken),
        };
    }
}
