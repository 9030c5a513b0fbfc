using System.Collections.Immutable;
using SscPipeline.Domain.Checking;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation;

/// <summary>A document whose sheets are recognised and whose cells are typed. It does not change, and may be checked more than
/// once.</summary>
public sealed class DocumentReading
{
    internal DocumentReading(string document, ImmutableArray<SheetTable> tables, FindingLog log) =>
        (Document, Tables, Log) = (document, tables, log);

    public string Document { get; }

    /// <summary>Whom its rows name.</summary>
    public IReadOnlySet<string> Subjects => Tables.SelectMany(table => table.Subjects).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The row of headings that a row of this sheet lies under, and the column of its subjects; null where no table was recognised.</summary>
    public (int HeaderRow, int SubjectColumn)? TableAt(string sheet, int row) => Tables
        .Where(table => table.Sheet == sheet && table.HeaderRow <= row)
        .OrderByDescending(table => table.HeaderRow)
        .Select(table => ((int, int)?)(table.HeaderRow, table.SubjectColumn))
        .FirstOrDefault();

    internal ImmutableArray<SheetTable> Tables { get; }

    internal ImmutableArray<ProposedHeading> Proposals { get; init; } = [];

    /// <summary>What reading found; a Fatal finding means that there are no tables to check.</summary>
    internal FindingLog Log { get; }
}
