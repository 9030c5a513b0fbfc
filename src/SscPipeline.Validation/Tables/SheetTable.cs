using System.Collections.Frozen;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Validation.Tables;

/// <summary>A recognised table of one sheet, its cells typed.</summary>
/// <param name="sheetIndex">The sheet's place in the workbook, for the order of issues.</param>
/// <param name="rowNumbers">The sheet's row of each data row.</param>
/// <param name="subjects">The subject of each data row; null where there is none.</param>
internal sealed class SheetTable(string sheet, int sheetIndex, RecordKind kind, int headerRow, int subjectColumn, int[] rowNumbers, string?[] subjects)
{
    /// <summary>From here on, freezing the names pays.</summary>
    private const int ManyRows = 500;

    private readonly Dictionary<string, TypedColumn> byVariable = new(StringComparer.Ordinal);
    private FrozenDictionary<string, TypedColumn>? frozen;

    public string Sheet { get; } = sheet;

    public int SheetIndex { get; } = sheetIndex;

    public RecordKind Kind { get; } = kind;

    public int HeaderRow { get; } = headerRow;

    /// <summary>Where a finding about a whole row is marked: the column of subjects, else the table's first; 1 is column A.</summary>
    public int SubjectColumn { get; } = subjectColumn;

    /// <summary>The visit that heading or sheet name stand for, where the rows do not say; null when neither does.</summary>
    public VisitTime? Visit { get; init; }

    /// <summary>A column, or something outside the table, says whose rows they are.</summary>
    public bool NamesSubjects { get; init; } = true;

    public int[] RowNumbers { get; } = rowNumbers;

    public string?[] Subjects { get; } = subjects;

    /// <summary>All but the subject's.</summary>
    public List<TypedColumn> Columns { get; } = [];

    public TypedColumn? Column(string variable) => frozen is null ? byVariable.GetValueOrDefault(variable) : frozen.GetValueOrDefault(variable);

    /// <summary>No column comes after this: checks ask for them by name, millions of times where there are many rows.</summary>
    public void Close() => frozen = RowNumbers.Length < ManyRows ? null : byVariable.ToFrozenDictionary(StringComparer.Ordinal);

    public void Add(TypedColumn column)
    {
        Columns.Add(column);
        byVariable.Add(column.Variable.Name, column);
    }
}
