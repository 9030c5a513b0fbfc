using System.Collections.Immutable;

namespace SscPipeline.LocalHost.Binding;

/// <summary>What a trigger hands to a function.</summary>
/// <param name="Value">A BlobClient, the text of a message, a TimerInfo, or an HttpRequest.</param>
/// <param name="Tokens">From the blob's name, or the address.</param>
internal sealed record TriggerInput(object Value, ImmutableDictionary<string, string> Tokens)
{
    public static TriggerInput Of(object value) => new(value, ImmutableDictionary<string, string>.Empty);
}
