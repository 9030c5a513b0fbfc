using System.Collections.Immutable;

namespace SscPipeline.Reporting.Export;

/// <param name="Sha256">Of the file's bytes.</param>
internal sealed record DefinedDataset(
    string Name, string File, string Label, string Class, string Structure, ImmutableArray<string> Keys, string Note, int Rows, int Subjects, string Sha256,
    ImmutableArray<ColumnDefinition> Columns);

internal sealed record DefinedTest(
    string Dataset, string Code, string Name, string Category, string Variable, string Unit, string Origin, string Method);

internal sealed record DefinedVariable(string Name, string Label, string Unit);
