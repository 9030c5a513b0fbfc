using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Figures;
using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

/// <summary>What the values of a measure at one planned visit say, whatever the cut-off: a row without its counts of those expected and missing.</summary>
internal static class MeasureStatistics
{
    /// <param name="values">Digits; <see cref="FigureColumn.None"/> stands for no value.</param>
    /// <param name="baselines">Of the same subjects and the same scale.</param>
    /// <param name="scale">Decimal places of both.</param>
    public static MeasureRow Of(string scope, int month, string variable, ReadOnlySpan<long> values, ReadOnlySpan<long> baselines, int scale)
    {
        using var lent = new Lent();
        var (found, changes) = (lent.Take<long>(values.Length), lent.Take<long>(values.Length));
        var (n, pairs, responses) = (0, 0, new ResponseCounts(variable == Variables.MrssTotal));
        for (var subject = 0; subject < values.Length; subject++)
        {
            if (values[subject] is not FigureColumn.None and var value)
            {
                found[n++] = value;
                if (baselines[subject] is not FigureColumn.None and var before)
                {
                    changes[pairs++] = value - before;
                    responses.Add(before, value, scale);
                }
            }
        }

        var sample = new Sample(found[..n], scale);
        return new MeasureRow(
            scope,
            month,
            sample.Count,
            NExpected: null,
            sample.Mean,
            sample.Sd,
            sample.Median,
            sample.Q1,
            sample.Q3,
            sample.Min,
            sample.Max,
            Missing: null,
            month == 0 ? null : Change(new Sample(changes[..pairs], scale)),
            month == 0 ? null : responses.ToResponders())
        {
            MeanCi95 = PairedT.Confidence95(sample)?.Ends,
        };
    }

    private static MeasureChange Change(Sample changes) => new(
        changes.Count,
        changes.Mean,
        changes.Sd,
        changes.Median,
        changes.Min,
        changes.Max,
        PairedT.Confidence95(changes)?.Ends,
        PairedT.PValue(changes),
        SignedRank.ExactP(changes),
        null);

    private struct ResponseCounts(bool isSkin)
    {
        private int all;
        private int responders;
        private int below7;

        public void Add(long digitsBefore, long digitsNow, int scale)
        {
            if (!isSkin)
            {
                return;
            }

            var (before, now) = (Digits.Number(digitsBefore, scale), Digits.Number(digitsNow, scale));
            all++;
            responders += SkinResponse.IsResponder(before, now) ? 1 : 0;
            below7 += before < SkinResponse.SmallestBaseline ? 1 : 0;
        }

        /// <returns>Null for what is not the skin score.</returns>
        public readonly Responders? ToResponders() => !isSkin ? null : new Responders(
            responders, all, Proportion.Wilson95(responders, all)?.Ends, Proportion.ClopperPearson95(responders, all)?.Ends, below7);
    }
}
