using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Reporting.Export;

/// <summary>DM: one row for every subject that any document names.</summary>
internal static class SubjectRows
{
    public static void Add(ExportTable table, ExportSubject subject)
    {
        var (row, data) = (table.Add(subject), subject.Data);
        row["SUBJID"] = data.Subject;
        row["RFSTDTC"] = row["RFXSTDTC"] = ExportDay.Iso(data.StartDate);
        row["RFENDTC"] = row["RFXENDTC"] = ExportDay.Iso(subject.LastDoseDate);
        row["DTHFL"] = data.AdverseEvents.Any(one => ExportDefinition.Term("outcome", one.Code(Variables.AeOutcome)) == "FATAL") ? "Y" : null;
        row["SITEID"] = subject.Site;
        row["BRTHDTC"] = data.Number("birth_year");
        row["AGE"] = data.Number(Variables.AgeYears);
        row["AGEU"] = row["AGE"].IsNothing ? null : "YEARS";
        row["SEX"] = ExportDefinition.Term("sex", data.Code(Variables.Sex)) ?? "U";
        row["ARMCD"] = "IMATINIB";
        row["ARM"] = "Low-dose imatinib";
        row["ACTARMCD"] = subject.HasKnownTreatment ? "IMATINIB" : null;
        row["ACTARM"] = subject.HasKnownTreatment ? "Low-dose imatinib" : null;
        row["SUBJROW"] = data.HasSubjectRow ? "Y" : "N";
        row["SRCREC"] = "SUBJECT";
        if (data.Facts.Values.MaxBy(fact => fact.Source.Submission) is { } latest)
        {
            row.SetSource(latest.Source);
        }
    }
}
