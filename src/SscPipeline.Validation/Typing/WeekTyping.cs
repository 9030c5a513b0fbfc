using System.Globalization;
using SscPipeline.Domain.Sites;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Typing;

/// <summary>Weeks since the first dose become study days: week n is day 7n + 1, so week 0 is day 1.</summary>
internal sealed class WeekTyping(Lexicon lexicon) : IColumnTyping
{
    public void Read(TypedColumn column, ReadOnlySpan<SheetRow> rows, FindingLog log)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (CellText.Of(rows[i][column.Number]) is not { Length: > 0 } text)
            {
                continue;
            }

            var digits = TextForm.Clean(text).Trim('w', 'W', 'k', 'K', 's', 'e', 'E', '周', '第', ' ', '.');
            if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weeks)
                && weeks is > -60 and < 1500 && weeks * 7 == Math.Floor(weeks * 7))
            {
                column.SetNumber(i, (weeks * 7) + 1, $"week {digits}");
            }
            else if (lexicon.Visits.Time(text) is { } time)
            {
                column.SetNumber(i, time.StudyDay ?? VisitSchedule.TargetDay(time.Month!.Value), text);
            }
            else if (lexicon.Codes.IsMissing(text))
            {
                column.SetMissing(i, ValueState.NotDone);
            }
            else
            {
                column.SetMissing(i, ValueState.Faulty);
                log.Add(Finding.OfValue("SSC-101", new ValueRef(column, i), ("value", text)));
            }
        }

        log.Examine("SSC-101", column.CountFilled());
    }
}
