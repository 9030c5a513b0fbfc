using System.Collections.Immutable;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Export;
using SscPipeline.Validation;
using SscPipeline.Workflows.Publishing;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows.Exporting;

/// <summary>Reads the study as it is, or as it was known, and gives it out in the form of SDTM. Nothing is stored.</summary>
public sealed class ExportDesk
{
    private readonly StudyReader reader;
    private readonly DocumentChecker checker;
    private readonly PipelineSettings settings;

    internal ExportDesk(StudyReader reader, DocumentChecker checker, PipelineSettings settings) =>
        (this.reader, this.checker, this.settings) = (reader, checker, settings);

    /// <param name="asOf">Null for what is current.</param>
    /// <param name="site">Null for all.</param>
    /// <returns>Null when nothing of the site, or of any, was known.</returns>
    public async Task<DataExport?> MakeAsync(AsOf? asOf, SiteCode? site, CancellationToken cancellationToken)
    {
        var study = await reader.ReadDataAsync(asOf?.Before, cancellationToken);
        var sites = study.Where(one => site is null || one.Site == site).ToImmutableArray();
        return sites.IsEmpty ? null : StudyExport.Write(new ExportInput(
            settings.Study,
            sites,
            settings.Checking.Reference,
            variable => checker.Dictionary.Find(variable)?.Unit ?? "",
            variable => checker.Dictionary.Find(variable)?.Label ?? variable,
            checker.DictionaryVersion,
            asOf?.CutOff));
    }
}
