namespace SscPipeline.Domain.Sites;

/// <summary>Visits by study day, those whose day is not known yet last, and these by the time that was sent.</summary>
public sealed class VisitOrder : IComparer<VisitData>
{
    private VisitOrder()
    {
    }

    public static VisitOrder Instance { get; } = new();

    public int Compare(VisitData? x, VisitData? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byDay = (x.StudyDay ?? int.MaxValue).CompareTo(y.StudyDay ?? int.MaxValue);
        return byDay != 0 ? byDay : string.CompareOrdinal(x.Time.ToString(), y.Time.ToString());
    }
}
