using System.Text;
using System.Text.Json;
using SscPipeline.LocalHost.Binding;

namespace SscPipeline.LocalHost.Blobs;

/// <summary>What Azure leaves in <c>webjobs-blobtrigger-poison</c> for a blob that failed at every attempt: the same names in the same order.</summary>
internal sealed record PoisonMessage(string Type, string FunctionId, string BlobType, string ContainerName, string BlobName, string ETag)
{
    public const string Queue = "webjobs-blobtrigger-poison";

    /// <summary>Azure writes the entity tag with its quotes.</summary>
    public static PoisonMessage Of(FunctionDefinition function, BlobVersion blob) =>
        new("BlobTrigger", function.Id, "BlockBlob", blob.Container, blob.Name, $"\"{blob.ETag}\"");

    /// <summary>Base64 of the JSON, since the text of a queue message is XML.</summary>
    public string ToText() => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this)));
}
