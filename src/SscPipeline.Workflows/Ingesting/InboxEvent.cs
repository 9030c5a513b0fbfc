using System.Text.Json;
using SscPipeline.Storage;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>An upload to the inbox is complete: what an event of blob storage says of it.</summary>
/// <param name="BlobName">The path inside the container.</param>
/// <param name="ETag">Without quotes; empty when the event names none.</param>
internal sealed record InboxEvent(string BlobName, string ETag)
{
    private const string Created = "Microsoft.Storage.BlobCreated";
    private const string Containers = "/blobServices/default/containers/";
    private const string Blobs = "/blobs/";

    /// <summary>On a hierarchical namespace these come before there is content; the write that completes the file has an event of its own.</summary>
    private static readonly string[] Unfinished = ["CreateFile", "SftpCreate", "CreateDirectory", "SftpMakeDir"];

    /// <returns>Null for other containers and other kinds of events, folders, and files that are only begun.</returns>
    /// <exception cref="InvalidDataException">It is no event of blob storage.</exception>
    public static InboxEvent? Read(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return Read(json.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // What the message holds is not repeated: it may be a name that a site chose.
            throw new InvalidDataException("A message in the queue of inbox events is no event of blob storage.");
        }
    }

    /// <summary>Null also when it is no event.</summary>
    public static InboxEvent? TryRead(string message)
    {
        try
        {
            return Read(message);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static InboxEvent? Read(JsonElement root)
    {
        // CloudEvents call it type, Event Grid's own schema eventType; subject and data are the same.
        var type = (Text(root, "type") ?? Text(root, "eventType")) ?? throw new InvalidDataException("An event has no type.");
        var subject = Text(root, "subject") ?? throw new InvalidDataException("An event has no subject.");
        var data = root.GetProperty("data");
        var inbox = $"{Containers}{StorageNames.Inbox}{Blobs}";
        if (type != Created || !subject.StartsWith(inbox, StringComparison.Ordinal) || Unfinished.Contains(Text(data, "api"), StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = Name(subject[inbox.Length..], Text(data, "url"));
        return name.Length == 0 || name.EndsWith('/') ? null : new InboxEvent(name, (Text(data, "eTag") ?? "").Trim('"'));
    }

    /// <summary>A subject holds the name as it is. Where only its decoded form fits the address, it was sent encoded.</summary>
    private static string Name(string name, string? url)
    {
        var decoded = Uri.UnescapeDataString(name);
        return decoded != name
            && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && Uri.UnescapeDataString(address.AbsolutePath).EndsWith($"/{StorageNames.Inbox}/{decoded}", StringComparison.Ordinal)
            ? decoded
            : name;
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
