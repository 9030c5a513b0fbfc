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

    public static ImmutableArray<string> Containers { get; } = [Inbox, Evidence, Receipts, Reports, Extracts, Mappings];

    public static ImmutableArray<string> Tables { get; } = [Submissions, Outcomes, Summaries];
}
