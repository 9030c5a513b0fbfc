using System.Reflection;

namespace SscPipeline.LocalHost.Binding;

/// <summary>A method that a host calls.</summary>
/// <param name="Trigger">The attribute on the parameter that says when.</param>
/// <param name="TriggerParameter">Receives the blob, the message or the timer.</param>
internal sealed record FunctionDefinition(string Name, MethodInfo Method, Attribute Trigger, ParameterInfo TriggerParameter)
{
    /// <summary>As Azure names it in poison messages and schedule files.</summary>
    public string Id => $"Host.Functions.{Name}";
}
