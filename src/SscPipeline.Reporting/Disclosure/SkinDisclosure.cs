using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Statistics;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Disclosure;

/// <summary>Responders and classes of the skin score: of one group of persons, each class holding the next.</summary>
internal sealed class SkinDisclosure
{
    private readonly List<Month> months = [];

    public SkinDisclosure(CellBlock cells, Summary summary)
    {
        var responders = summary.Measures.Where(measure => measure.Variable == Variables.MrssTotal).SelectMany(measure => measure.Rows)
            .Where(row => row is { Scope: Cohort.Overall, Responders: not null }).ToDictionary(row => row.Month, row => row.Responders!);
        foreach (var row in summary.SkinClasses.Where(row => row.Scope == Cohort.Overall && row.Decrease5.N >= cells.Rules.Minimum && responders.ContainsKey(row.Month)))
        {
            var n = cells.Known(row.Decrease5.N!.Value);
            var responder = cells.Part(n, responders[row.Month].K!.Value, importance: 9);
            var five = cells.Part(n, row.Decrease5.K!.Value, importance: 7);
            var three = cells.Part(n, row.Decrease3.K!.Value, importance: 6);
            var worse = cells.Part(n, row.Progressors.K!.Value, importance: 8);
            cells.Rest(five, responder);
            cells.Rest(three, five);
            cells.Rest(three, responder);
            cells.Rest(n, three, worse);
            cells.Rest(n, five, worse);
            cells.Rest(n, responder, worse);
            months.Add(new Month(row.Month, n, responder, five, three, worse));
        }
    }

    public ImmutableArray<SkinClassRow> Classes() =>
        [.. months.Select(month => new SkinClassRow(Cohort.Overall, month.Number, GroupFigures.Of(month.Five, month.N), GroupFigures.Of(month.Three, month.N), GroupFigures.Of(month.Worse, month.N)))];

    /// <summary>Null where the visit has too few.</summary>
    public Responders? Responders(int month) => months.FirstOrDefault(one => one.Number == month) is not { } found ? null
        : found.Responder.Shown is not { } k ? new Responders(null, found.N.Value, null, null, null)
        : new Responders(k, found.N.Value, Proportion.Wilson95(k, found.N.Value)?.Ends, Proportion.ClopperPearson95(k, found.N.Value)?.Ends, null);

    private sealed record Month(int Number, Cell N, Cell Responder, Cell Five, Cell Three, Cell Worse);
}
