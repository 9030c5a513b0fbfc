using System.Collections.Immutable;
using SscPipeline.Reporting.Data;

namespace SscPipeline.Reporting.Export;

/// <summary>Current data in the form of SDTM, with the pipeline's own tidy files and a description of every column.</summary>
/// <remarks>Same input, same bytes. The files are always the same ones: what nobody sent is a file with headings only.</remarks>
public static class StudyExport
{
    public static DataExport Write(ExportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var tables = ExportDefinition.Datasets.Select(dataset => new ExportTable(dataset)).ToImmutableArray();
        var subjects =
            from site in input.Sites.OrderBy(site => site.Site.Value, StringComparer.Ordinal)
            from subject in site.Subjects.OrderBy(subject => subject.Subject, StringComparer.Ordinal)
            select new ExportSubject(input.Study, site.Site.Value, subject);
        foreach (var subject in subjects)
        {
            foreach (var table in tables)
            {
                Add(table, subject, input);
            }
        }

        ImmutableArray<ReportFile> files =
        [
            .. tables.Select(table => table.ToFile()),
            .. CurrentData.Write(input.Sites, input.UnitOfVariable).Select(file => file with { Path = file.Path["data/".Length..] }),
        ];
        ImmutableArray<ExportedDataset> datasets = [.. tables.Select(table => table.ToDataset())];
        var define = DefineDocument.Of(input, datasets, files);
        return new DataExport(datasets, [.. files, DefineJson.Write(define), DefinePage.Write(define)]);
    }

    private static void Add(ExportTable table, ExportSubject subject, ExportInput input)
    {
        switch (table.Definition.Name)
        {
            case "DM":
                SubjectRows.Add(table, subject);
                break;
            case "EX":
                ExposureRows.Add(table, subject);
                break;
            case "AE":
                EventRows.Add(table, subject);
                break;
            default:
                new FindingRows(table, input).Add(subject);
                break;
        }
    }
}
