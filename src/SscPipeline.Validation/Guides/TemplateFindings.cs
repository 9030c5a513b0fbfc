using System.Collections.Immutable;
using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Dictionary;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Guides;

/// <summary>What is said about a workbook that was made from our template: SSC-030 and SSC-216.</summary>
internal sealed class TemplateFindings(Lexicon lexicon)
{
    private const string IsCurrent = "SSC-030";
    private const string IsFilledIn = "SSC-216";

    private readonly ImmutableDictionary<Language, TemplateStamp> current =
        Enum.GetValues<Language>().ToImmutableDictionary(language => language, language => new TemplateMaker(lexicon, language).Stamp());

    public void Add(Workbook workbook, ImmutableArray<SheetTable> tables, FindingLog log)
    {
        if (workbook.Template is not { } mark)
        {
            return;
        }

        log.Examine([IsCurrent, IsFilledIn], 1);
        var made = TemplateStamp.TryParse(mark);
        if (made is null || current[made.Language].Digest != made.Digest)
        {
            IssueDetail version = made is null ? IssueDetail.Phrase("made", "an unknown version") : ("made", made.Version);
            log.Add(Finding.OfFile(IsCurrent, version, ("current", lexicon.Version)));
        }

        if (!tables.IsEmpty && tables.All(table => table.RowNumbers.Length == 0))
        {
            log.Add(Finding.OfFile(IsFilledIn));
        }
    }
}
