namespace SscPipeline.Spreadsheets;

/// <summary>How a cell looks. Colours are six hexadecimal digits (RRGGBB); what is null stays as it usually is.</summary>
public sealed record DraftStyle
{
    public bool IsBold { get; init; }

    /// <summary>In points.</summary>
    public int Size { get; init; } = 11;

    public string? Ink { get; init; }

    public string? Fill { get; init; }

    /// <summary>Thin lines around the cell.</summary>
    public bool HasBorder { get; init; }

    /// <summary>Long texts go on in the next line, and the row is as high as they need.</summary>
    public bool Wraps { get; init; }

    public bool IsCentred { get; init; }

    /// <summary>A format code such as <c>yyyy-mm-dd</c>; <c>@</c> keeps what is typed as a text.</summary>
    public string? NumberFormat { get; init; }
}
