using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SscPipeline.Domain;
using SscPipeline.Domain.Guides;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Reporting.Guides;

/// <summary>The dictionary for programs: <c>dictionary.schema.json</c>, of which members are only ever added.</summary>
public static class DictionaryJson
{
    private const int SchemaVersion = 1;

    public static byte[] Write(DictionaryGuide guide)
    {
        ArgumentNullException.ThrowIfNull(guide);
        return JsonSerializer.SerializeToUtf8Bytes(
            new Document(
                SchemaVersion, guide.Version, LanguageCode.Of(guide.Language), [.. guide.Variables.Select(VariableOf)], guide.Units, guide.Checks),
            ContractJson.Options);
    }

    private static VariableEntry VariableOf(GuideVariable variable) => new(
        variable.Name, variable.Label, variable.Type, variable.Role, [.. variable.Tables.Select(Table)], variable.Unit,
        RangeOf(variable, variable.Possible), RangeOf(variable, variable.Usual), variable.Codes, variable.Headings, variable.IsRequired,
        variable.Derived, variable.Source, variable.Note);

    private static string Table(RecordKind table) => table switch
    {
        RecordKind.Subject => "Subjects",
        RecordKind.Visit => "Visits",
        _ => "AdverseEvents",
    };

    /// <summary>Numbers, or dates as texts; null for a variable without limits.</summary>
    private static RangeEntry? RangeOf(GuideVariable variable, GuideRange range) =>
        range.IsOpen ? null : new RangeEntry(End(variable, range.Min), End(variable, range.Max));

    private static object? End(GuideVariable variable, string? end) =>
        end is null || variable.Type == "Date" ? end : decimal.Parse(end, CultureInfo.InvariantCulture);

    private sealed record Document(
        int SchemaVersion, string DictionaryVersion, string Language, ImmutableArray<VariableEntry> Variables, ImmutableArray<GuideUnit> Units, ImmutableArray<GuideCheck> Checks);

    private sealed record VariableEntry(
        string Name, string Label, string Type, string Role, ImmutableArray<string> Tables, string Unit, RangeEntry? Possible, RangeEntry? Usual,
        ImmutableArray<GuideCode> Codes, ImmutableArray<string> Headings, bool Required, string Derived, string Source, string Note);

    private sealed record RangeEntry(object? Min, object? Max);
}
