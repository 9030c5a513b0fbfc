using System.Globalization;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Typing;

/// <summary>Dates. Whether day or month comes first is decided by the column: by any value of which only one order exists.</summary>
internal sealed class DateTyping(Lexicon lexicon, SheetHabits habits) : IColumnTyping
{
    private static readonly string[] Checks = ["SSC-103", "SSC-104", "SSC-105", "SSC-106"];

    public void Read(TypedColumn column, ReadOnlySpan<SheetRow> rows, FindingLog log)
    {
        var open = new List<(int Index, string Text, DateText Date)>();
        for (var i = 0; i < rows.Length; i++)
        {
            var cell = rows[i][column.Number];
            switch (cell.Kind)
            {
                case CellKind.Blank:
                    break;
                case CellKind.Number:
                    SetSerial(column, i, cell, log);
                    break;
                case CellKind.Text:
                    ReadText(column, i, TextForm.Clean(cell.Text!), open, log);
                    break;
                default:
                    Fault(column, i, log, cell.Kind == CellKind.Error ? "SSC-103" : "SSC-104", CellText.Of(cell));
                    break;
            }
        }

        Decide(column, open, log);
        log.Examine(Checks, column.CountFilled());
    }

    private void SetSerial(TypedColumn column, int index, Cell cell, FindingLog log)
    {
        var compact = DateText.Read(cell.Number.ToString(CultureInfo.InvariantCulture));
        var date = cell.Number >= 10_000_000 ? (compact.Kind == DateTextKind.Date ? compact.Date(dayFirst: false) : null)
            : cell.Format.IsDate || cell.Number is >= 20_000 and <= 80_000 ? SerialDate.Read(cell.Number, habits.Uses1904Dates)
            : null;
        Set(column, index, date, CellText.Of(cell), sent: null, log);
    }

    private void ReadText(TypedColumn column, int index, string text, List<(int, string, DateText)> open, FindingLog log)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (lexicon.Codes.IsMissing(text) || text == "999")
        {
            column.SetMissing(index, ValueState.NotDone);
            return;
        }

        var read = DateText.Read(text);
        switch (read.Kind)
        {
            case DateTextKind.Date:
                Set(column, index, read.Date(dayFirst: false), text, text, log);
                break;
            case DateTextKind.DayAndMonth:
                open.Add((index, text, read));
                break;
            case DateTextKind.TwoDigitYear:
                Fault(column, index, log, "SSC-106", text);
                break;
            default:
                Fault(column, index, log, text[0] == '#' ? "SSC-103" : "SSC-104", text);
                break;
        }
    }

    private static void Decide(TypedColumn column, List<(int Index, string Text, DateText Date)> open, FindingLog log)
    {
        var dayFirst = open.Exists(each => each.Date.First > 12 && each.Date.Date(dayFirst: true) is not null);
        var monthFirst = open.Exists(each => each.Date.Second > 12 && each.Date.Date(dayFirst: false) is not null);
        foreach (var (index, text, date) in open)
        {
            var (asDayFirst, asMonthFirst) = (date.Date(dayFirst: true), date.Date(dayFirst: false));
            var isOpen = asDayFirst is not null && asMonthFirst is not null && asDayFirst != asMonthFirst;
            if (isOpen && dayFirst == monthFirst)
            {
                Fault(column, index, log, "SSC-105", text);
            }
            else
            {
                Set(column, index, isOpen ? (dayFirst ? asDayFirst : asMonthFirst) : asDayFirst ?? asMonthFirst, text, text, log);
            }
        }
    }

    private static void Set(TypedColumn column, int index, DateOnly? date, string shown, string? sent, FindingLog log)
    {
        if (date is { } day)
        {
            var isCanonical = sent is null || sent == day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            column.SetNumber(index, day.DayNumber, isCanonical ? null : sent);
        }
        else
        {
            Fault(column, index, log, "SSC-104", shown);
        }
    }

    private static void Fault(TypedColumn column, int index, FindingLog log, string check, string text)
    {
        column.SetMissing(index, ValueState.Faulty);
        log.Add(Finding.OfValue(check, new ValueRef(column, index), ("value", text)).Suggesting(check == "SSC-106" ? TwoDigitYear.Suggestion(text) : null));
    }
}
