using System.Reflection;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SscPipeline.LocalHost.Binding;

/// <summary>Calls a function as the Functions worker does: a scope and an instance for each call.</summary>
internal sealed class FunctionCaller(IServiceProvider services)
{
    /// <summary>Fails when the class of a function needs a service that nobody registered.</summary>
    public async Task TryOutAsync(FunctionDefinition function)
    {
        await using var scope = services.CreateAsyncScope();
        Instance(scope, function);
    }

    /// <returns>What a function answers over HTTP; null for any other function.</returns>
    public async Task<IResult?> CallAsync(FunctionDefinition function, TriggerInput input, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var instance = Instance(scope, function);
        await using var content = function.TriggerParameter.ParameterType == typeof(Stream)
            ? await ((BlobClient)input.Value).OpenReadAsync(cancellationToken: cancellationToken)
            : Stream.Null;
        var arguments = function.Method.GetParameters().Select(Argument).ToArray();
        var running = (Task)function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!;
        await running;
        return running is Task<IResult> answered ? await answered : null;

        object Argument(ParameterInfo parameter) =>
            parameter.ParameterType == typeof(CancellationToken) ? cancellationToken
            : parameter != function.TriggerParameter ? input.Tokens[parameter.Name!]
            : parameter.ParameterType == typeof(Stream) ? content
            : input.Value;
    }

    private static object? Instance(AsyncServiceScope scope, FunctionDefinition function) =>
        function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.Method.DeclaringType!);
}
