using System.Collections;

namespace SscPipeline.Reporting.Figures;

/// <summary>Visits of one subject, by day: they stand side by side in the columns of the site.</summary>
internal readonly record struct VisitRows(FigureColumns Columns, int First, int Length) : IEnumerable<VisitFigures>
{
    public bool IsEmpty => Length == 0;

    public VisitFigures this[int index] => new(Columns, First + index);

    public VisitRows Slice(int start, int count) => new(Columns, First + start, count);

    /// <returns>Null when there is none.</returns>
    public VisitFigures? Last(Func<VisitFigures, bool> isMeant)
    {
        for (var index = Length - 1; index >= 0; index--)
        {
            if (isMeant(this[index]))
            {
                return this[index];
            }
        }

        return null;
    }

    /// <summary>Nothing is asked of memory: a report goes through the visits of each subject hundreds of times.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<VisitFigures> IEnumerable<VisitFigures>.GetEnumerator()
    {
        for (var index = 0; index < Length; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<VisitFigures>)this).GetEnumerator();

    public struct Enumerator(VisitRows visits)
    {
        private int next;

        public VisitFigures Current { get; private set; }

        public bool MoveNext()
        {
            if (next == visits.Length)
            {
                return false;
            }

            Current = visits[next++];
            return true;
        }
    }
}
