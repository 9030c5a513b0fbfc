using System.Collections.Immutable;

namespace SscPipeline.Storage;

/// <summary>Of containers, tables and queues: a contract with other tools.</summary>
public static class StorageNames
{
    public const string Inbox = "submissions";
    public const string Evidence = "evidence";
    public const string Receipts = "receipts";
    public const string Reports = "reports";
    public const string Extracts = "extracts";
    public const string Mappings = "mappings";

    public const string Submissions = "Submissions";
    public const string Outcomes = "Outcomes";
    public const string Summaries = "Summaries";

    public const string PoisonQueue = "webjobs-blobtrigger-poison";
    public const string InboxEventQueue = "ssc-inbox-events";
    public const string InboxEventPoisonQueue = "ssc-inbox-events-poison";

    public static ImmutableArray<string> Containers { get; } = [Inbox, Evidence, Receipts, Reports, Extracts, Mappings];

    /// <summary>All of them lie in the account of the inbox.</summary>
    public static ImmutableArray<string> Queues { get; } = [PoisonQueue, InboxEventQueue, InboxEventPoisonQueue];

    public static ImmutableArray<string> Tables { get; } = [Submissions, Outcomes, Summaries];
}
