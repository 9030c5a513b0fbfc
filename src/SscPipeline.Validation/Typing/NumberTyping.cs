using System.Buffers;
using System.Globalization;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Typing;

/// <summary>Numbers in the unit of the cell, else of the column, else the canonical one.</summary>
internal sealed class NumberTyping(Lexicon lexicon, SheetHabits habits) : IColumnTyping
{
    private const double NotDoneCode = 999;

    private static readonly string[] Checks = ["SSC-101", "SSC-102", "SSC-103", "SSC-108", "SSC-109", "SSC-111", "SSC-114"];
    private static readonly SearchValues<char> PlainLetters = SearchValues.Create("0123456789.-");
    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789.,-+");

    private readonly (double Number, decimal Value)[] recent = new (double, decimal)[256];

    public void Read(TypedColumn column, ReadOnlySpan<SheetRow> rows, FindingLog log)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var cell = rows[i][column.Number];
            switch (cell.Kind)
            {
                case CellKind.Blank:
                    break;
                case CellKind.Number when cell.Format.IsDate:
                    Fault(column, i, log, "SSC-114");
                    break;
                case CellKind.Number:
                    ReadNumber(column, i, cell, log);
                    break;
                case CellKind.Text:
                    ReadText(column, i, TextForm.Clean(cell.Text!), log);
                    break;
                case CellKind.Error:
                    Fault(column, i, log, "SSC-103", ("value", cell.Text ?? ""));
                    break;
                default:
                    Fault(column, i, log, "SSC-101", ("value", cell.Number == 0 ? "FALSE" : "TRUE"));
                    break;
            }
        }

        log.Examine(Checks, column.CountFilled());
        log.Examine("SSC-112", column.Variable.Type == VariableType.Integer ? column.CountFilled() : 0);
    }

    private void ReadNumber(TypedColumn column, int index, Cell cell, FindingLog log)
    {
        if (Math.Abs(cell.Number) > 1e12)
        {
            Fault(column, index, log, "SSC-101", ("value", cell.Number.ToString(CultureInfo.InvariantCulture)));
        }
        else
        {
            var value = Exact(cell.Number);
            Set(column, index, cell.Format.IsPercent && column.Variable.Unit == "%" ? value * 100 : value, column.Unit, null, null, log);
        }
    }

    /// <summary>Values of a column repeat, and making a decimal takes long.</summary>
    private decimal Exact(double number)
    {
        ref var slot = ref recent[(int)((BitConverter.DoubleToUInt64Bits(number) * 0x9E37_79B9_7F4A_7C15) >> 56)];
        if (slot.Number != number)
        {
            slot = (number, (decimal)number);
        }

        return slot.Value;
    }

    private void ReadText(TypedColumn column, int index, string text, FindingLog log)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (lexicon.Codes.IsMissing(text))
        {
            column.SetMissing(index, ValueState.NotDone);
            return;
        }

        if (text[0] == '#')
        {
            Fault(column, index, log, "SSC-103", ("value", text));
            return;
        }

        var read = NumberText.Read(text, habits.CommaIsDecimal);
        if (read.Kind == NumberTextKind.Number)
        {
            SetText(column, index, text, read, log);
        }
        else if (read.Kind == NumberTextKind.SeveralValues && IsOutOfMaximum(column.Variable, read.Rest))
        {
            Set(column, index, read.Value, null, text, read.Comparator, log);
        }
        else
        {
            var check = read.Kind switch
            {
                NumberTextKind.AmbiguousComma => "SSC-102",
                NumberTextKind.SeveralValues => "SSC-108",
                _ => DateText.IsDayAndMonth(text) ? "SSC-114" : "SSC-101",
            };
            Fault(column, index, log, check, ("value", text));
        }
    }

    private void SetText(TypedColumn column, int index, string text, NumberText read, FindingLog log)
    {
        var flagged = LabFlag.IsFlag(read.Rest);
        if (read.Rest.Length == 0)
        {
            Set(column, index, read.Value, column.Unit, IsPlain(text) ? null : text, read.Comparator, log);
        }
        else if (lexicon.Units.Find(column.Variable, read.Rest) is { } unit)
        {
            Set(column, index, read.Value, unit, text, read.Comparator, log);
        }
        else if (column.Variable.Type == VariableType.Dose && DailyDose.Factor(read.Rest) is { } perDay)
        {
            Set(column, index, read.Value, new UnitConversion(read.Rest, perDay, 1), text, read.Comparator, log);
        }
        else if (flagged || LabFlag.Strip(read.Rest) is { } bare && lexicon.Units.Find(column.Variable, bare) is not null)
        {
            var cellUnit = flagged ? column.Unit : lexicon.Units.Find(column.Variable, LabFlag.Strip(read.Rest)!);
            Set(column, index, read.Value, cellUnit, text, read.Comparator, log);
        }
        else if (lexicon.Units.IsUnit(read.Rest))
        {
            Fault(column, index, log, "SSC-111", ("found", read.Rest), Units(column));
        }
        else
        {
            Fault(column, index, log, DateText.IsDayAndMonth(text) ? "SSC-114" : "SSC-101", ("value", text));
        }
    }

    private static void Set(TypedColumn column, int index, decimal value, UnitConversion? unit, string? sent, string? comparator, FindingLog log)
    {
        if (value == (decimal)NotDoneCode && column.Variable is { Role: VariableRole.Value, Possible.Max: < (decimal)NotDoneCode })
        {
            column.SetMissing(index, ValueState.NotDone);
            return;
        }

        var canonical = unit?.Convert(value) ?? value;
        if (column.Variable.Type == VariableType.Integer && canonical.Scale > 0 && canonical != decimal.Truncate(canonical))
        {
            Fault(column, index, log, "SSC-112", ("value", value.ToString(CultureInfo.InvariantCulture)));
            return;
        }

        var sentText = unit is { IsCanonical: false } && (sent is null || IsBare(sent))
            ? string.Create(CultureInfo.InvariantCulture, $"{(sent ?? value.ToString(CultureInfo.InvariantCulture))} {unit.Spelling}")
            : sent;
        column.SetNumber(index, canonical, sentText, comparator);
        if (unit is { IsCanonical: false })
        {
            column.CountConversion(unit);
        }

        if (comparator is not null)
        {
            log.Add(Finding.OfValue("SSC-109", new ValueRef(column, index), ("value", sentText ?? "")));
        }
    }

    /// <summary>"26/51": the score out of its maximum.</summary>
    private static bool IsOutOfMaximum(Variable variable, string rest) =>
        rest[0] == '/' && decimal.TryParse(rest.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole == variable.Possible.Max;

    private static bool IsPlain(string text) => text.AsSpan().IndexOfAnyExcept(PlainLetters) < 0;

    private static bool IsBare(string text) => text.AsSpan().IndexOfAnyExcept(NumberLetters) < 0;

    private IssueDetail Units(TypedColumn column) =>
        UnknownUnitTyping.Either(lexicon.Units.Of(column.Variable).Values.DistinctBy(unit => (unit.Factor, unit.Divisor)).Select(unit => unit.Spelling));

    private static void Fault(TypedColumn column, int index, FindingLog log, string check, params IssueDetail[] details)
    {
        column.SetMissing(index, ValueState.Faulty);
        log.Add(Finding.OfValue(check, new ValueRef(column, index), details));
    }
}
