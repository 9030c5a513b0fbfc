namespace SscPipeline.Reporting.Figures;

/// <summary>One visit, as a report reads it.</summary>
/// <remarks>A place in the columns, not an object: a large study has a million of them.</remarks>
internal readonly struct VisitFigures(FigureColumns columns, int row)
{
    public int StudyDay => columns.StudyDays[row];

    public string? Tpn => columns.Tpn[row];

    /// <summary>The number, unless it is missing or censored.</summary>
    /// <param name="variable">One of <see cref="FigureVariables.Numbers"/>.</param>
    public decimal? Number(string variable) => columns.Number(FigureVariables.PlaceOf(variable), row);

    public decimal? Number(int place) => columns.Number(place, row);

    public bool IsWithheld(int place) => columns.IsWithheld(place, row);

    /// <summary>The site recorded that it was not done.</summary>
    public bool IsNotDone(string variable) => columns.IsNotDone(FigureVariables.PlaceOf(variable), row);
}
