using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets;

/// <summary>What may be typed into some cells of a sheet, and what its user is told about it. A blank cell always may be.</summary>
/// <param name="Cells">The cells that it is for.</param>
public sealed record DraftValidation(CellRange Cells, DraftRule Rule)
{
    /// <summary>More characters than this are cut off by Excel, which then wants to repair the file.</summary>
    public const int LongestTitle = 32;

    /// <summary>The same for <see cref="Prompt"/> and <see cref="Error"/>.</summary>
    public const int LongestText = 255;

    /// <summary>The lowest number or the first day number (<see cref="DateOnly.DayNumber"/>), included; null where it is open.</summary>
    public decimal? Min { get; init; }

    /// <summary>The highest number or the last day number, included; null where it is open.</summary>
    public decimal? Max { get; init; }

    /// <summary>The name of the sheet that holds the choices, and where they stand there, one below the other.</summary>
    /// <remarks>Always a range: a list within the validation itself ends at 255 characters and cannot hold a comma.</remarks>
    public (string Sheet, CellRange Cells)? List { get; init; }

    public DraftRefusal Refusal { get; init; } = DraftRefusal.Stop;

    /// <summary>Shown beside the cell when it is selected.</summary>
    public string PromptTitle { get; init; } = "";

    public string Prompt { get; init; } = "";

    /// <summary>Shown when something else is typed.</summary>
    public string ErrorTitle { get; init; } = "";

    public string Error { get; init; } = "";
}

/// <summary>What happens when something is typed that the rule does not let in.</summary>
public enum DraftRefusal
{
    Stop,

    /// <summary>The user is asked and may keep it.</summary>
    Ask,

    /// <summary>Nothing: the choices are suggestions.</summary>
    None,
}
