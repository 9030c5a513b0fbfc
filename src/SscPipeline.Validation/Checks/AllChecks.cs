using System.Collections.Immutable;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Checks;

/// <summary>Every coded check, in stages: a later stage sees what an earlier one has withheld, checks of one stage do not see each
/// other.</summary>
internal static class AllChecks
{
    /// <summary>Checks that the reading itself makes, cell by cell; they have no class.</summary>
    public static ImmutableArray<string> WhileReading { get; } =
    [
        "SSC-001", "SSC-002", "SSC-003", "SSC-004", "SSC-005", "SSC-006", "SSC-007", "SSC-008", "SSC-009", "SSC-010", "SSC-011", "SSC-012", "SSC-013",
        "SSC-014", "SSC-015", "SSC-018", "SSC-019", "SSC-020", "SSC-026", "SSC-027", "SSC-028", "SSC-029", "SSC-030", "SSC-215", "SSC-216",
        "SSC-089", "SSC-090", "SSC-091", "SSC-092", "SSC-093",
        "SSC-101", "SSC-102", "SSC-103", "SSC-104", "SSC-105", "SSC-106", "SSC-107", "SSC-108", "SSC-109", "SSC-111", "SSC-112", "SSC-114",
    ];

    public static ImmutableArray<ImmutableArray<IRecordCheck>> OfRows { get; } =
    [
        [new RowsNameTheirSubject(), new TableNamesSubjects(), new TableOfVisitsHasTimes(), new SubjectFollowsPattern(), new VisitHasTime(), new RequiredIsFilled()],
        [new AlbuminIsInGramsPerLitre(), new PercentageIsNoFraction(), new RatioIsNoPercentage(), new GlobalsAreZeroToTen()],
        [new ValueIsPossible(), new ValueIsUsual()],
        [new ValuesStandInTheirColumns()],
    ];

    public static ImmutableArray<ImmutableArray<IRecordCheck>> OfRecords { get; } =
    [
        [new RowsDoNotRepeat(), new RowsDoNotContradict(), new SubjectIsPending(), new SubjectIsKnown(), new FactsAgree()],
        [new DlcoUnitFits(), new AgeIsAtMost89()],
        [
            new MrssTotalIsSumOfAreas(), new MrssTotalIsMeanOfAssessors(), new MrssTotalIsPossibleMean(), new AreasAreComplete(),
            new Fev1IsNotLargerThanFvc(), new TlcIsNotFarBelowFvc(), new TlcIsNotBelowFvc(), new AlveolarVolumeFitsTlc(), new KcoIsDlcoByVa(),
            new PercentPredictedFits(), new PercentPredictedIsOfStudySet(), new RatioFitsFev1AndFvc(), new DlcoHbAdjustedFits(),
            new MrssIsAboveZeroAtBaseline(), new AssessorIsTheSame(), new HaqIsMeanOfCategories(), new ValuesAreNotCopied(),
            new BmiFits(), new BmiIsNotLow(), new TpnIsStillRecorded(), new AgeFitsBirthYear(),
            new EventBeginsOnTreatment(), new SeriousHasCriteria(), new FatalHasEnd(), new VisitNamesAreInOrder(),
            new EventEndsAfterOnset(), new RecoveredHasEnd(), new Grade5IsFatal(), new Grade4IsSerious(), new CausalityAgreesWithWords(), new FatalHasGrade5(),
            new LastDoseIsNotBeforeFirst(), new StudyDay1IsFirstDose(), new TreatmentDurationFits(), new VisitIsOnTreatment(),
            new LabelAgreesWithDay(), new VisitLiesInWindow(), new ScreeningIsRecent(), new DateAgreesWithStudyDay(),
        ],
    ];

    public static ImmutableArray<ISiteCheck> OfSites { get; } =
    [
        new DocumentsAgree(), new MrssDoesNotJump(), new WeightIsSteady(), new HeightIsSteady(), new AlbuminIsSteady(), new TpnIsNotRestarted(),
    ];

    public static IEnumerable<string> Ids =>
        OfRows.Concat(OfRecords).SelectMany(stage => stage).Select(check => check.Id).Concat(OfSites.Select(check => check.Id)).Concat(WhileReading);

    /// <exception cref="InvalidOperationException">A check is in the catalogue and not in the program, or the other way round.</exception>
    public static void RequireCatalogued(CheckCatalogue catalogue)
    {
        var catalogued = catalogue.Checks.Select(check => check.Id).ToHashSet(StringComparer.Ordinal);
        catalogued.SymmetricExceptWith(Ids);
        if (catalogued.Count > 0)
        {
            throw new InvalidOperationException($"checks.csv and the program do not agree about {string.Join(", ", catalogued.Order(StringComparer.Ordinal))}.");
        }
    }
}
