using System.Collections.Frozen;
using SscPipeline.Domain;

namespace SscPipeline.Reporting.Tables;

/// <summary>A resource of texts in all languages: a column <c>key</c>, and one named by the code of each language.</summary>
internal static class TextTable
{
    public static FrozenDictionary<Language, FrozenDictionary<string, string>> Read(string resource)
    {
        using var stream = typeof(TextTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is not embedded.");
        using var reader = new StreamReader(stream);
        var lines = CsvReader.Read(reader.ReadToEnd());
        return Enum.GetValues<Language>().ToFrozenDictionary(
            language => language,
            language => lines.ToFrozenDictionary(line => line["key"], line => line[LanguageCode.Of(language)], StringComparer.Ordinal));
    }
}
