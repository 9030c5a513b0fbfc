using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Export;

/// <summary>RS, RE, LB, VS and QS: one row a value, and one for what the site recorded as not done.</summary>
internal sealed class FindingRows(ExportTable table, ExportInput input)
{
    private const string AssessorCode = "mrss_assessor_code";
    private const string NotSpecified = "NOT SPECIFIED";

    private readonly string domain = table.Definition.Name;
    private readonly ImmutableArray<TestDefinition> tests = [.. ExportDefinition.Tests.Where(test => test.Dataset == table.Definition.Name)];

    public void Add(ExportSubject subject)
    {
        foreach (var test in tests)
        {
            if (subject.Data.Facts.GetValueOrDefault(test.Variable) is { } fact)
            {
                AddValue(Row(subject, test, "SUBJECT"), test, fact);
            }
        }

        foreach (var visit in ExportVisit.Of(subject.Data))
        {
            foreach (var test in tests)
            {
                Add(subject, visit, test);
            }
        }
    }

    private void Add(ExportSubject subject, ExportVisit visit, TestDefinition test)
    {
        if (visit.Data.Values.GetValueOrDefault(test.Variable) is { } value)
        {
            AddValue(AtVisit(subject, visit, test), test, value);
        }
        else if (visit.Data.Missing.TryGetValue(test.Variable, out var reason) && reason == MissingReason.NotDone)
        {
            var row = AtVisit(subject, visit, test);
            row[$"{domain}STAT"] = "NOT DONE";
            row[$"{domain}REASND"] = NotSpecified;
        }
    }

    private ExportRow Row(ExportSubject subject, TestDefinition test, string kind)
    {
        var row = table.Add(subject);
        row[$"{domain}TESTCD"] = test.Code;
        row[$"{domain}TEST"] = test.Name;
        row[$"{domain}CAT"] = test.Category;
        row["SRCREC"] = kind;
        row["SRCVAR"] = test.Variable;
        if (domain == "RS")
        {
            row["RSEVAL"] = "INVESTIGATOR";
        }

        return row;
    }

    private ExportRow AtVisit(ExportSubject subject, ExportVisit visit, TestDefinition test)
    {
        var (row, data) = (Row(subject, test, "VISIT"), visit.Data);
        row["VISITNUM"] = visit.Number;
        row["VISIT"] = visit.Name;
        row["EPOCH"] = subject.Epoch(data.StudyDay);
        row[$"{domain}DTC"] = ExportDay.Iso(data.Time.Date);
        row[$"{domain}DY"] = ExportDay.Of(data.StudyDay);
        row["SRCNOM"] = data.IsNominal ? "Y" : null;
        row["SRCDAY"] = data.StudyDay;
        if (domain == "RS")
        {
            var single = Variables.MrssAssessors.IndexOf(test.Variable);
            row["RSEVALID"] = single >= 0 ? string.Create(CultureInfo.InvariantCulture, $"ASSESSOR {single + 1}") : data.Code(AssessorCode);
        }

        return row;
    }

    private void AddValue(ExportRow row, TestDefinition test, PlacedOutcome placed)
    {
        var (outcome, unit) = (placed.Outcome, input.UnitOfVariable(test.Variable));
        var isDerived = outcome.Cell is null;
        var sent = isDerived ? default : SentValue.Of(outcome, unit);
        row[$"{domain}ORRES"] = sent.Text;
        row[$"{domain}ORRESU"] = sent.Unit;
        row[$"{domain}STRESC"] = $"{outcome.Comparator}{outcome.Value}";
        row[$"{domain}STRESN"] = placed.Number;
        row[$"{domain}STRESU"] = unit;
        row[$"{domain}DRVFL"] = isDerived ? "Y" : null;
        if (domain == "RE")
        {
            row["REREFSET"] = SetOf(test.Variable)?.Name();
        }

        row.SetSource(placed.Source, outcome.Cell);
    }

    private ReferenceSet? SetOf(string variable) =>
        !variable.EndsWith("_pct_pred_recomputed", StringComparison.Ordinal) && !variable.EndsWith("_z", StringComparison.Ordinal) ? null
        : variable.Split('_')[0] switch
        {
            "fvc" or "fev1" => input.Reference.Spirometry,
            "tlc" => input.Reference.Volumes,
            _ => input.Reference.Transfer,
        };
}
