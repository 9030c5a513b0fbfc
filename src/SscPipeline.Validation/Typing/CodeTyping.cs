using System.Globalization;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Typing;

/// <summary>Codes and flags: each spelling is looked up once per column.</summary>
internal sealed class CodeTyping(Lexicon lexicon) : IColumnTyping
{
    private static readonly string[] Checks = ["SSC-103", "SSC-107"];

    public void Read(TypedColumn column, ReadOnlySpan<SheetRow> rows, FindingLog log)
    {
        var known = new Dictionary<string, (ValueState State, string? Code)>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Length; i++)
        {
            var cell = rows[i][column.Number];
            var text = cell.Kind switch
            {
                CellKind.Blank => "",
                CellKind.Number => cell.Number.ToString(CultureInfo.InvariantCulture),
                CellKind.Boolean => cell.Number == 0 ? "FALSE" : "TRUE",
                _ => cell.Text ?? "",
            };
            if (!known.TryGetValue(text, out var reading))
            {
                known[text] = reading = cell.Kind == CellKind.Error ? (ValueState.Faulty, null) : Look(column.Variable, TextForm.Clean(text));
            }

            Set(column, i, reading, text, log);
        }

        log.Examine(Checks, column.CountFilled());
    }

    private (ValueState State, string? Code) Look(Variable variable, string text) =>
        text.Length == 0 ? (ValueState.Blank, null)
        : lexicon.Codes.Find(variable, text) is string code ? ((ValueState State, string? Code))(ValueState.Value, code)
        : lexicon.Codes.IsMissing(text) || text == "999" ? (ValueState.NotDone, null)
        : (ValueState.Faulty, null);

    private void Set(TypedColumn column, int index, (ValueState State, string? Code) reading, string text, FindingLog log)
    {
        if (reading.Code is { } code)
        {
            column.SetText(index, code, code == text ? null : text.Trim());
            return;
        }

        column.SetMissing(index, reading.State);
        if (reading.State == ValueState.Faulty)
        {
            var finding = text.StartsWith('#')
                ? Finding.OfValue("SSC-103", new ValueRef(column, index), ("value", text))
                : Finding.OfValue("SSC-107", new ValueRef(column, index), ("value", text.Trim()), ("codes", string.Join(", ", column.Variable.Codes))).Suggesting(lexicon.Codes.Nearest(column.Variable, TextForm.Clean(text)));
            log.Add(finding);
        }
    }
}
