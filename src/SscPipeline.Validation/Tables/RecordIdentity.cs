namespace SscPipeline.Validation.Tables;

/// <summary>Two records are one when they are of the same kind, subject and visit.</summary>
internal sealed class RecordIdentity : IEqualityComparer<Record>
{
    public bool Equals(Record? x, Record? y) =>
        x is not null && y is not null && x.Kind == y.Kind && x.Visit == y.Visit && string.Equals(x.Subject, y.Subject, StringComparison.Ordinal);

    public int GetHashCode(Record obj) => HashCode.Combine(obj.Kind, obj.Visit, string.GetHashCode(obj.Subject, StringComparison.Ordinal));
}
