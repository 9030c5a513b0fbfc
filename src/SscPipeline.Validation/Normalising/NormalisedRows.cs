using System.Collections;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Normalising;

/// <summary>The rows to be stored, each made from its record when it is asked for: written out, the rows of a large document are many times
/// larger than the document.</summary>
internal sealed class NormalisedRows(RowNormaliser normaliser, List<Record> records) : IReadOnlyList<OutcomeRow>
{
    public int Count => records.Count;

    public OutcomeRow this[int index] => normaliser.Normalise(records[index])!;

    /// <summary>Whom the row is about, without making it.</summary>
    public string SubjectOf(int index) => records[index].Subject;

    /// <summary>Of all rows, without making them.</summary>
    public int CountOutcomes() => records.Sum(normaliser.CountOutcomes);

    /// <summary>The row with no other outcomes than these variables'.</summary>
    public OutcomeRow Slim(int index, Func<string, bool> isWanted) => normaliser.Normalise(records[index], isWanted)!;

    public Record RecordOf(int index) => records[index];

    public RecordKind KindOf(int index) => records[index].Kind;

    public IEnumerator<OutcomeRow> GetEnumerator()
    {
        for (var i = 0; i < records.Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
