using System.Globalization;
using SscPipeline.Spreadsheets.Building;

namespace SscPipeline.Spreadsheets;

/// <summary>One cell to write. A plain value converts by itself; the default is a blank cell.</summary>
public readonly record struct DraftCell
{
    private DraftCell(DraftCellKind kind, string text) => (Kind, Text) = (kind, text);

    internal DraftCellKind Kind { get; }

    /// <summary>The value as the file stores it.</summary>
    internal string? Text { get; }

    /// <summary>Null for the usual look: that of a date, of the header, or plain.</summary>
    public DraftStyle? Style { get; init; }

    /// <summary>A text, never a formula, whatever its first character; null is blank.</summary>
    public static implicit operator DraftCell(string? text) => text is null ? default : new(DraftCellKind.Text, text);

    public static implicit operator DraftCell(decimal? number) =>
        number is { } value ? new(DraftCellKind.Number, value.ToString(CultureInfo.InvariantCulture)) : default;

    public static implicit operator DraftCell(int? number) => (decimal?)number;

    /// <summary>Stored as a serial number of the 1900 system and shown as <c>yyyy-mm-dd</c>.</summary>
    public static implicit operator DraftCell(DateOnly? date) => date is { } day
        ? new(DraftCellKind.Date, SerialDates.ToSerial(day.ToDateTime(TimeOnly.MinValue), uses1904: false).ToString(CultureInfo.InvariantCulture))
        : default;

    public static implicit operator DraftCell(bool? truth) =>
        truth is { } value ? new(DraftCellKind.Boolean, value ? "1" : "0") : default;
}
