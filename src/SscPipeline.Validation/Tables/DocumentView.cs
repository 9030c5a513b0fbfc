using System.Collections.Immutable;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Sites;
using SscPipeline.Validation.Checks;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Tables;

/// <summary>A document as its checks see it: tables, and the records that their rows make up.</summary>
internal sealed class DocumentView(Lexicon lexicon, CheckingOptions options, ImmutableArray<SheetTable> tables, SiteData others, Withholding withheld)
{
    /// <summary>Of visits, kept with what they stand for.</summary>
    private const int MostNames = 1000;

    private Dictionary<string, Record>? subjects;
    private List<PredictedValue>? predicted;
    private readonly Dictionary<string, decimal?> months = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SubjectData> elsewhere = others.Subjects.ToDictionary(subject => subject.Subject, StringComparer.Ordinal);

    public Lexicon Lexicon { get; } = lexicon;

    public CheckingOptions Options { get; } = options;

    public ImmutableArray<SheetTable> Tables { get; } = tables;

    public Withholding Withheld { get; } = withheld;

    /// <summary>Empty until the rows' identity has been checked.</summary>
    public List<Record> Records { get; } = [];

    public IEnumerable<Record> Visits => Records.Where(record => record.Kind == RecordKind.Visit);

    /// <summary>The visits of each subject whose day is known, by day, once a check has asked for them.</summary>
    public IReadOnlyList<ArraySegment<Record>>? VisitsInOrder { get; set; }

    public IEnumerable<Record> AdverseEvents => Records.Where(record => record.Kind == RecordKind.AdverseEvent);

    public IEnumerable<Record> Subjects => Records.Where(record => record.Kind == RecordKind.Subject);

    public IEnumerable<TypedColumn> Columns(string variable) => Tables.Select(table => table.Column(variable)).OfType<TypedColumn>();

    /// <summary>The planned month that the name of a visit stands for. A schedule has few names, and reading one takes long.</summary>
    public decimal? MonthNamed(string visit)
    {
        if (!months.TryGetValue(visit, out var month))
        {
            month = Lexicon.Visits.Month(visit);
            if (months.Count < MostNames)
            {
                months.Add(visit, month);
            }
        }

        return month;
    }

    public Record? Subject(string subject) =>
        (subjects ??= Subjects.ToDictionary(record => record.Subject, StringComparer.Ordinal)).GetValueOrDefault(subject);

    /// <summary>The site's other current documents have a row of facts about the subject.</summary>
    public bool IsKnownElsewhere(string subject) => elsewhere.GetValueOrDefault(subject) is { HasSubjectRow: true };

    /// <summary>A fact of this document, else of the site's others.</summary>
    public decimal? Fact(string subject, string variable) =>
        Subject(subject)?.Number(variable) ?? elsewhere.GetValueOrDefault(subject)?.Number(variable);

    /// <summary>Every % predicted beside the recomputed one; computed once, after DLCO in the wrong unit is withheld.</summary>
    public IReadOnlyList<PredictedValue> Predicted => predicted ??= [.. SiteReferenceSet.Explain(PredictedValue.In(this))];

    /// <summary>Null when it is unknown or coded otherwise than F and M.</summary>
    public Sex? Sex(Record visit) => (visit.Text(Variables.Sex) ?? Subject(visit.Subject)?.Text(Variables.Sex) ?? elsewhere.GetValueOrDefault(visit.Subject)?.Code(Variables.Sex)) switch
    {
        "F" => Domain.LungFunction.Sex.Female,
        "M" => Domain.LungFunction.Sex.Male,
        _ => null,
    };

    /// <summary>In decimal years at the visit.</summary>
    public double? Age(Record visit) => Recomputation.AgeAt(visit.Number(Variables.AgeYears), Fact(visit.Subject, Variables.AgeYears), visit.StudyDay);

    /// <summary>Whom reference equations are asked about; null while sex, age or height are unknown.</summary>
    public ReferencePerson? Person(Record visit) =>
        Sex(visit) is { } sex && Age(visit) is { } age && (visit.Number(Variables.HeightCm) ?? Fact(visit.Subject, Variables.HeightCm)) is { } height
            ? new ReferencePerson(sex, age, (double)height, (int?)Fact(visit.Subject, Variables.EthnicityGli2012) is { } code and >= 1 and <= 5 ? code : Options.Reference.Ethnicity)
            : null;

    public DateOnly? StartDate(string subject) =>
        Subject(subject)?.Date(Variables.ImatinibStartDate) ?? elsewhere.GetValueOrDefault(subject)?.StartDate;

    /// <summary>The study day of a date; null while the first dose is not known.</summary>
    public int? StudyDay(string subject, DateOnly? date) =>
        date is { } day && StartDate(subject) is { } start ? VisitSchedule.StudyDay(day, start) : null;

    public int? LastDoseDay(string subject) =>
        (int?)Subject(subject)?.Number(Variables.ImatinibLastDoseStudyDay)
        ?? StudyDay(subject, Subject(subject)?.Date(Variables.ImatinibLastDoseDate))
        ?? elsewhere.GetValueOrDefault(subject)?.LastDoseDay;

    /// <summary>The day of a visit: by date, by study day, or the target of its month.</summary>
    public int? StudyDay(Record visit) => visit.Visit switch
    {
        { Date: { } date } => StudyDay(visit.Subject, date),
        { StudyDay: { } day } => day,
        { Month: { } month } => VisitSchedule.TargetDay(month),
        _ => null,
    };
}
