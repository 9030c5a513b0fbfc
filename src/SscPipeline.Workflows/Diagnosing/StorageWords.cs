using SscPipeline.Storage.Probing;

namespace SscPipeline.Workflows.Diagnosing;

/// <summary>A fault of storage in words, each with what to do.</summary>
internal static class StorageWords
{
    public static Diagnosis Of(string account, ProbeResult result)
    {
        var place = result.IsOfWholeService ? $"{account} ({result.Service})" : $"{account} ({result.Service} {result.Place})";
        return result.Fault switch
        {
            ProbeFault.Unreachable => new("unreachable", place, $"Nobody answers: {result.Detail}",
                "Check that the address and port are right, that the storage runs ('ssc up' starts one on this machine), and that a firewall or private endpoint lets this machine through."),
            ProbeFault.Refused => new("refused", place, $"We are not let in ({result.Detail}).",
                "Check the key or signature (it may have been renewed), that it is that of this account, and the firewall of the account."),
            ProbeFault.KeysAreOff => new("keys-are-off", place, "The account takes no keys.",
                $"Set {account}__blobServiceUri, __queueServiceUri and __tableServiceUri instead of a connection string, and log in with 'az login'."),
            ProbeFault.NoIdentity => new("no-identity", place, "There is no identity to come with.",
                $"Log in with 'az login', or set {account}__credential=managedidentity and {account}__clientId where the program runs in Azure."),
            ProbeFault.NotAllowed => new("not-allowed", place, $"We may not {Doing(result.Step)} there ({result.Detail}).",
                $"Give the identity the role Storage {Role(result)} on this account, or a signature that may read, write, delete and list."),
            ProbeFault.Missing => new("missing", place, $"The {Kind(result.Service)} {result.Place} is not there.",
                "On this machine 'ssc up' or 'ssc submit' makes it; in Azure infra/main.bicep does. Check that the connection names the right account."),
            ProbeFault.OldService => new("api-version", place, $"The service does not speak our version of its API ({result.Detail}).",
                "Update Azurite ('ssc up' installs the right one), or start it with --skipApiVersionCheck; Azure itself speaks every version."),
            ProbeFault.WrongContent => new("wrong-content", place, "It gave back something else than was written.",
                "Nothing of the pipeline can be trusted on such a storage: use Azure Storage or Azurite."),
            _ => new("storage-fault", place, $"It could not {Doing(result.Step)} ({result.Detail}).", "Try again in a minute; if it stays so, look at the health of the account."),
        };
    }

    private static string Doing(ProbeStep step) => step switch
    {
        ProbeStep.Read => "read",
        ProbeStep.Write => "write",
        _ => "delete",
    };

    private static string Kind(string service) => service == "blob" ? "container" : service;

    private static string Role(ProbeResult result) => result.Service switch
    {
        "blob" => "Blob Data Contributor",
        "queue" => "Queue Data Contributor",
        _ => "Table Data Contributor",
    };
}
