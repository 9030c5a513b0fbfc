using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Tests;

public sealed class SyntheticExampleTests
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["age_at_baseline_years"] = "age_years",
        ["age_at_visit_years"] = "age_years",
        ["baseline_weight_kg"] = "weight_kg",
        ["ild_at_baseline"] = "ild",
        ["dlco_ml_min_mmhg"] = "dlco",
        ["verbatim_term"] = "ae_term",
        ["ctcae_v5_term"] = "ae_ctcae_term",
        ["onset_study_day"] = "ae_onset_study_day",
        ["end_study_day"] = "ae_end_study_day",
        ["ctcae_grade"] = "ae_grade",
        ["serious"] = "ae_serious",
        ["seriousness_criteria"] = "ae_seriousness_criteria",
        ["causality_verbatim"] = "ae_causality_verbatim",
        ["causality_who_umc"] = "ae_causality",
        ["action_taken"] = "ae_action",
        ["outcome"] = "ae_outcome",
    };

    [Theory]
    [InlineData("subjects.csv", 6)]
    [InlineData("visits.csv", 47)]
    [InlineData("adverse_events.csv", 5)]
    public void Every_value_of_the_synthetic_example_is_stored_as_it_was_sent(string file, int rows)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Synthetic", file));
        var checkedDocument = Examples.Check(text);
        var lines = CsvText.Split(text);
        var headings = lines[0].Cells;

        Assert.Empty(checkedDocument.Errors());
        Assert.Equal(rows, checkedDocument.Rows.Count);
        foreach (var row in checkedDocument.Rows)
        {
            var sent = lines.Single(line => line.Line == row.Row).Cells;
            Assert.Equal(sent[0], row.Subject);
            for (var i = 1; i < headings.Length; i++)
            {
                AssertStored(row, Names.GetValueOrDefault(headings[i], headings[i]), sent[i]);
            }
        }
    }

    [Fact]
    public void The_three_files_together_raise_only_what_was_built_into_them()
    {
        var texts = new[] { "subjects.csv", "visits.csv", "adverse_events.csv" }.Select(file => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Synthetic", file)));
        var together = Examples.Check([.. texts]);

        Assert.Empty(together.Errors());
        Assert.Equal(58, together.RowCounts.Read);
        Assert.Equal(0, together.RowCounts.Withheld);
        Assert.Equal(together.ValueCounts.Read, together.ValueCounts.Accepted);
        Assert.Equal(["Sheet2!L2 SSC-037", "Sheet2!D19 SSC-212", "Sheet2!D36 SSC-212", "Sheet2!T37 SSC-056"], together.Short());
    }

    private static void AssertStored(OutcomeRow row, string variable, string sent)
    {
        if (variable == Variables.StudyDay && row.Kind == RecordKind.Visit)
        {
            Assert.Equal($"d{sent}", row.Visit.ToString());
            return;
        }

        var outcome = row.Outcomes.SingleOrDefault(outcome => outcome.Variable == variable);
        if (sent.Length == 0)
        {
            Assert.Null(outcome);
            Assert.Contains(row.Missing, missing => missing == new MissingValue(variable, MissingReason.Blank));
        }
        else
        {
            var number = decimal.TryParse(sent, System.Globalization.CultureInfo.InvariantCulture, out var parsed) ? OutcomeValue.Of(parsed) : OutcomeValue.Of(sent);
            Assert.True(outcome is not null, $"{row.Sheet} row {row.Row}: {variable} is not stored");
            Assert.True(outcome.Sent == sent || outcome.Value == number, $"{row.Sheet} row {row.Row}: {variable} is {outcome.Value}, sent was {sent}");
            Assert.NotNull(outcome.Cell);
        }
    }
}
