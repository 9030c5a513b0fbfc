using System.Collections.Immutable;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Recognising;

/// <summary>Finds the tables of a sheet: the heading, what each column is and in which unit, and of which visit.</summary>
internal sealed class SheetRecogniser(HeadingReader reader)
{
    private static readonly ImmutableArray<string> Examined = ["SSC-008", "SSC-009", "SSC-015", "SSC-026", "SSC-027"];

    /// <summary>Empty when no row of the sheet is a heading.</summary>
    public ImmutableArray<SheetLayout> Recognise(Sheet sheet, int sheetIndex, FindingLog log, List<ProposedHeading> proposals)
    {
        if (HeaderRow.Find(sheet, reader) is not { } header)
        {
            return [];
        }

        var findings = new HeadingFindings(sheet, sheetIndex, reader.Lexicon, log, proposals);
        var (settled, asked) = BareNumbers.Settle([.. header.Headings.Where(heading => !heading.IsIgnored)], reader);
        findings.Examine("SSC-028");
        if (asked is not null)
        {
            findings.Add("SSC-028", asked, ("heading", asked.Text), ("month", asked.Visit!.Text));
        }

        log.Examine(Examined, settled.Length);
        var around = SheetSurroundings.Of(sheet, header, reader.Lexicon);
        var headings = VisitColumns.Settle(sheet, header, settled, reader.Lexicon, findings);
        var sheetTables = new SheetTables(sheet, sheetIndex, header, around, UnitsRow.Find(sheet, header, reader.Lexicon), findings, reader.Lexicon);
        return sheetTables.Of(headings);
    }
}
