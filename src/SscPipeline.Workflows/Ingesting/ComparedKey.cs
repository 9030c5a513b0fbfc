using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Workflows.Ingesting;

/// <summary>Which rows of two versions are compared, in the order in which a receipt lists them: by subject, then facts, visits and events.</summary>
internal readonly record struct ComparedKey(string Subject, RecordKind Kind, string Discriminator) : IComparable<ComparedKey>
{
    public static ComparedKey Of(OutcomeRow row) => new(row.Subject, row.Kind, row.Key.Discriminator);

    public int CompareTo(ComparedKey other)
    {
        var subject = string.CompareOrdinal(Subject, other.Subject);
        var kind = Kind.CompareTo(other.Kind);
        return subject != 0 ? subject : kind != 0 ? kind : string.CompareOrdinal(Discriminator, other.Discriminator);
    }
}
