using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SscPipeline.Reporting.Export;

/// <summary>One of the pipeline's own files.</summary>
internal sealed record DefinedTidyFile(string File, string Sha256, ImmutableArray<DefinedVariable> Columns)
{
    public static DefinedTidyFile Of(ReportFile file, ExportInput input)
    {
        var text = Encoding.UTF8.GetString(file.Content.Span);
        var columns = text[..text.IndexOf('\n', StringComparison.Ordinal)].Split(',');
        return new DefinedTidyFile(file.Path, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)), [.. columns.Select(column => Column(file.Path, column, input))]);
    }

    private static DefinedVariable Column(string file, string column, ExportInput input) =>
        ExportDefinition.TidyColumns.FirstOrDefault(known => known.File == file && known.Column.Name == column).Column
        ?? new DefinedVariable(column, input.LabelOfVariable(column), input.UnitOfVariable(column));
}
