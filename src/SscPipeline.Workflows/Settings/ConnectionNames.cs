using Microsoft.Extensions.Configuration;

namespace SscPipeline.Workflows.Settings;

/// <summary>The settings that say where storage is: each a connection string, or addresses with an identity.</summary>
public static class ConnectionNames
{
    /// <summary>Everything that the pipeline keeps.</summary>
    public const string Data = "SscStorage";

    /// <summary>The account that sites write to, with the queues that tell of it.</summary>
    public const string Inbox = "SscInbox";

    /// <summary>What the host itself keeps.</summary>
    public const string Host = "AzureWebJobsStorage";

    /// <summary>The connection that holds what this one is for: without a setting of its own the inbox lies beside the data.</summary>
    public static string Effective(string name, IConfiguration configuration) =>
        name == Inbox && !configuration.GetSection(Inbox).Exists() ? Data : name;
}
