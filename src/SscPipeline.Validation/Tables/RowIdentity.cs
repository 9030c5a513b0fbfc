using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Tables;

/// <summary>When a row of visits was: a date wins over a study day, a study day over a month, a month over a name that stands for
/// one, and what the row says over what stands above it.</summary>
internal static class RowIdentity
{
    private static readonly string[] Times = [Variables.VisitDate, Variables.StudyDay, Variables.VisitMonth];

    public static VisitTime? VisitTime(TableRow row, VisitNames names)
    {
        foreach (var variable in Times)
        {
            if (row.Sent(variable) is { } value && value.Column.States[value.Index] == ValueState.Value)
            {
                return variable switch
                {
                    Variables.VisitDate => Domain.Outcomes.VisitTime.On(value.Column.DateAt(value.Index)),
                    Variables.StudyDay => Domain.Outcomes.VisitTime.AtDay((int)value.Column.NumberAt(value.Index)),
                    _ => Domain.Outcomes.VisitTime.AtMonth(value.Column.NumberAt(value.Index)),
                };
            }
        }

        return row.Sent(Variables.VisitLabel) is { } label && names.Time(label.Shown) is { } time ? time : row.Table.Visit;
    }

    /// <summary>Something was sent as date, day or month that cannot be read, so the time of the row is in doubt.</summary>
    public static bool IsTimeFaulty(TableRow row) =>
        Array.Exists(Times, time => row.Sent(time) is { } value && value.Column.States[value.Index] == ValueState.Faulty);

    public static bool HasTime(SheetTable table) => table.Visit is not null || TimeColumn(table) > 0;

    /// <summary>The first column that says when a visit was; 0 when there is none.</summary>
    public static int TimeColumn(SheetTable table) =>
        Times.Append(Variables.VisitLabel).Select(table.Column).FirstOrDefault(column => column is not null)?.Number ?? 0;
}
