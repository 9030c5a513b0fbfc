using System.Collections.Immutable;

namespace SscPipeline.Reporting.Export;

/// <summary>One dataset as it is described and written.</summary>
/// <param name="Keys">What tells two rows apart.</param>
internal sealed record DatasetDefinition(
    string Name, string File, string Label, string Class, string Structure, ImmutableArray<string> Keys, string Note, ImmutableArray<ColumnDefinition> Columns);

/// <param name="Type">text, integer, float or date (ISO 8601, year-month-day or less).</param>
/// <param name="Core">Required, Expected or Permissible as SDTM has it; Extra for a column that SDTM does not know.</param>
/// <param name="Unit">A unit, or the column that holds it; empty where there is none.</param>
/// <param name="Terms">The list of controlled terms, empty for free values.</param>
/// <param name="Origin">Collected, Derived or Assigned.</param>
internal sealed record ColumnDefinition(
    string Name, string Label, string Type, string Core, string Unit, string Terms, string Origin, string Source, string Method);

/// <param name="Variable">The canonical name.</param>
internal sealed record TestDefinition(string Dataset, string Code, string Name, string Category, string Variable, string Origin, string Method);

/// <param name="Code">As the pipeline stores it; empty for a term that is only assigned.</param>
internal sealed record TermDefinition(string List, string Code, string Term, string Note);
