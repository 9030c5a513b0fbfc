using System.Collections.Immutable;
using System.Security.Cryptography;
using SscPipeline.Domain.LungFunction;
using SscPipeline.Domain.Sites;

namespace SscPipeline.Reporting.Export;

/// <summary>The description that goes with the files: <c>define.json</c> as it is, <c>define.html</c> to read.</summary>
/// <param name="AsOf">The time whose knowledge it is; null for what was current.</param>
/// <param name="ReferenceSets">By kind of measurement.</param>
/// <param name="OnlyTidy">Variables with values that no dataset in the form of SDTM holds.</param>
internal sealed record DefineDocument(
    int SchemaVersion,
    string Study,
    string Standard,
    DateTimeOffset? AsOf,
    string DictionaryVersion,
    ImmutableSortedDictionary<string, string> ReferenceSets,
    ImmutableArray<DefinedDataset> Datasets,
    ImmutableArray<DefinedTest> Tests,
    ImmutableArray<TermDefinition> Terms,
    ImmutableArray<DefinedTidyFile> TidyFiles,
    ImmutableArray<DefinedVariable> OnlyTidy,
    ImmutableArray<string> Format,
    ImmutableArray<string> StillNeeded)
{
    private const int CurrentSchemaVersion = 1;

    public static DefineDocument Of(ExportInput input, ImmutableArray<ExportedDataset> datasets, ImmutableArray<ReportFile> files) => new(
        CurrentSchemaVersion,
        input.Study,
        "In the form of CDISC SDTM; not a submission (see stillNeeded)",
        input.AsOf,
        input.DictionaryVersion,
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
        [
            KeyValuePair.Create("spirometry", input.Reference.Spirometry.Name()),
            KeyValuePair.Create("volumes", input.Reference.Volumes.Name()),
            KeyValuePair.Create("transfer", input.Reference.Transfer.Name()),
        ]),
        [.. datasets.Select(dataset => Dataset(ExportDefinition.Dataset(dataset.Name), dataset, files.Single(file => file.Path == dataset.File)))],
        [.. ExportDefinition.Tests.Select(test => new DefinedTest(
            test.Dataset, test.Code, test.Name, test.Category, test.Variable, input.UnitOfVariable(test.Variable), test.Origin, test.Method))],
        [.. ExportDefinition.Terms, .. VisitSchedule.Visits.Select(visit => new TermDefinition(
            "visit", ExportVisit.NumberOf(visit).ToString(System.Globalization.CultureInfo.InvariantCulture), ExportVisit.NameOf(visit),
            $"Study days {visit.Strict.First} to {visit.Strict.Last} as in outcomes.csv"))],
        [.. files.ExceptBy(datasets.Select(dataset => dataset.File), file => file.Path).Select(file => DefinedTidyFile.Of(file, input))],
        [.. Unused(input).Select(variable => new DefinedVariable(variable, input.LabelOfVariable(variable), input.UnitOfVariable(variable)))],
        DefineTexts.Format,
        DefineTexts.StillNeeded);

    private static DefinedDataset Dataset(DatasetDefinition definition, ExportedDataset dataset, ReportFile file) => new(
        definition.Name, definition.File, definition.Label, definition.Class, definition.Structure, definition.Keys, definition.Note,
        dataset.Rows, dataset.Subjects, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)), definition.Columns);

    private static IEnumerable<string> Unused(ExportInput input)
    {
        var used = ExportDefinition.Tests.Select(test => test.Variable)
            .Concat(ExportDefinition.Datasets.SelectMany(dataset => dataset.Columns).SelectMany(column => column.Source.Split([", ", "; ", " or "], StringSplitOptions.TrimEntries)));
        var subjects = input.Sites.SelectMany(site => site.Subjects).ToList();
        return subjects.SelectMany(subject => subject.Facts.Keys)
            .Concat(subjects.SelectMany(subject => subject.Visits).SelectMany(visit => visit.Values.Keys))
            .Concat(subjects.SelectMany(subject => subject.AdverseEvents).SelectMany(one => one.Values.Keys))
            .Except(used, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
    }
}
