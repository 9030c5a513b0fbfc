using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tests.Seeded;

/// <summary>What is said of one subject, one visit or one event: a decimal in the canonical unit, a text, a date or an <see cref="AsWritten"/>
/// by variable.</summary>
/// <param name="month">Of the visit; 0 for others.</param>
internal sealed class Entry(string subject, int month)
{
    public string Subject { get; set; } = subject;

    public int Month => month;

    public Dictionary<string, object> Values { get; init; } = new(StringComparer.Ordinal);

    public decimal Number(string variable) => (decimal)Values[variable];

    public Entry Copy() => new(Subject, Month) { Values = new Dictionary<string, object>(Values, StringComparer.Ordinal) };
}

/// <summary>A value that is never left out.</summary>
internal sealed record Certain(object Value);

/// <summary>A cell that stands there as it is, against the habits of the rest.</summary>
internal sealed record AsWritten(Cell Cell)
{
    public static AsWritten Text(string text) => new(Cell.OfText(1, text));

    public static AsWritten Error(string code) => new(Cell.OfError(1, code, isFormula: true));

    public static AsWritten Number(double number, string format) => new(Cell.OfNumber(1, number, new NumberFormat(format)));
}
