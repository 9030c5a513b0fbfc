using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Export;

/// <summary>AE: one row an adverse event.</summary>
internal static class EventRows
{
    public static void Add(ExportTable table, ExportSubject subject)
    {
        foreach (var one in subject.Data.AdverseEvents)
        {
            var row = table.Add(subject);
            row["AESPID"] = Text(one, "ae_id");
            row["AETERM"] = Text(one, Variables.AeTerm);
            row["AECTCAE"] = Text(one, Variables.AeCtcaeTerm);
            row["AESER"] = one.Code(Variables.AeSerious);
            row["AESERCR"] = Text(one, "ae_seriousness_criteria");
            row["AEACN"] = ExportDefinition.Term("action", one.Code(Variables.AeAction));
            row["AEREL"] = ExportDefinition.Term("causality", one.Code(Variables.AeCausality));
            row["AERELV"] = Text(one, "ae_causality_verbatim");
            row["AEOUT"] = ExportDefinition.Term("outcome", one.Code(Variables.AeOutcome));
            row["AETOXGR"] = one.Number(Variables.AeGrade);
            row["SRCREC"] = "EVENT";
            row["EPOCH"] = subject.Epoch(one.OnsetDay);
            row["AESTDTC"] = ExportDay.Iso(Date(one, Variables.AeOnsetDate));
            row["AEENDTC"] = ExportDay.Iso(Date(one, Variables.AeEndDate));
            row["AESTDY"] = ExportDay.Of(one.OnsetDay);
            row["AEENDY"] = ExportDay.Of(one.EndDay);
            row.SetSource(one.Source);
        }
    }

    /// <summary>Also an event's number, which a site may write as one.</summary>
    private static string? Text(AdverseEventData one, string variable) => one.Values.GetValueOrDefault(variable)?.Outcome.Value.ToString();

    private static DateOnly? Date(AdverseEventData one, string variable) => one.Values.GetValueOrDefault(variable)?.Outcome.Value.Date;
}
