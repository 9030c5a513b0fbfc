using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SscPipeline.Domain;
using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Receipts;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Uploads;

/// <summary>The page on which a site sends its workbooks and reads their receipts: one file, one script, nothing from anywhere else.</summary>
/// <remarks>The same bytes for everybody. What the script shows of a receipt it sets as text, never as markup.</remarks>
public static class UploadPage
{
    private static readonly string Script = Resource("upload.js");

    private static readonly string PolicyInside =
        $"default-src 'none'; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'; "
        + "style-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'";

    private static readonly FrozenDictionary<Language, FrozenDictionary<string, string>> AllTexts = TextTable.Read("upload_texts.csv");

    private static readonly FrozenDictionary<Language, byte[]> Pages =
        Enum.GetValues<Language>().ToFrozenDictionary(language => language, Make);

    /// <summary>For the header Content-Security-Policy: only this page's own script runs, and it speaks to this server only.</summary>
    public static string Policy => $"{PolicyInside}; frame-ancestors 'none'";

    public static ReadOnlyMemory<byte> Write(Language language) => Pages[language];

    private static byte[] Make(Language language)
    {
        var texts = AllTexts[language];
        return Page.Write(LanguageCode.Of(language), texts["title"], Body(language, texts), new PageExtras(PolicyInside, new Markup(Resource("upload.css"))));
    }

    private static Markup Body(Language language, FrozenDictionary<string, string> texts) => Markup.Of($"""
        <header>
        <h1>{texts["title"]}</h1>
        <p>{texts["introduction"]}</p>
        <p class="meta">{OtherLanguage(language)}</p>
        </header>
        <main>
        <noscript><p class="verdict bad">{texts["noscript"]}</p></noscript>
        <form id="form" novalidate>
        <fieldset>
        <legend>{texts["site.legend"]}</legend>
        <div class="fields">
        <div><label for="site">{texts["site.label"]}</label>
        <input id="site" type="text" maxlength="63" autocomplete="off" autocapitalize="none" spellcheck="false" required aria-describedby="site-note"></div>
        <div><label for="key">{texts["key.label"]}</label>
        <input id="key" type="password" maxlength="512" autocomplete="off" required aria-describedby="site-note"></div>
        </div>
        <p class="note" id="site-note">{texts["site.note"]}</p>
        <p><input id="keep" type="checkbox"> <label for="keep">{texts["keep.label"]}</label></p>
        </fieldset>
        <fieldset>
        <legend>{texts["files.legend"]}</legend>
        <div id="drop" class="drop">
        <label for="files">{texts["files.label"]}</label>
        <input id="files" type="file" multiple accept=".xlsx,.xlsm,.xls,.xlsb,.csv" aria-describedby="files-note">
        <p class="note" id="files-note">{texts["files.note"]}</p>
        </div>
        <ul id="chosen" class="chosen" aria-label="{texts["chosen.label"]}"></ul>
        </fieldset>
        <p class="actions"><button id="check" type="button">{texts["check"]}</button> <button id="send" type="submit" class="main">{texts["send"]}</button></p>
        <p class="note">{texts["actions.note"]}</p>
        <p id="trouble" class="verdict bad" role="alert" hidden></p>
        <p id="state" role="status"></p>
        </form>
        <div id="results"></div>
        </main>
        <script type="application/json" id="words">{new Markup(JsonSerializer.Serialize(Words(language, texts)))}</script>
        <script>{new Markup(Script)}</script>

        """);

    /// <summary>What the script says: its own words, and the receipts'. Serialised so that no text ends its element.</summary>
    private static SortedDictionary<string, string> Words(Language language, FrozenDictionary<string, string> texts) => new(
        texts.Concat(ReceiptTexts.In(language).Starting("verdict.", "values.", "rows.", "issues.fatal", "issues.error", "issues.warning", "place.", "subject"))
            .ToDictionary(text => text.Key, text => text.Value),
        StringComparer.Ordinal);

    private static Markup OtherLanguage(Language language) => language == Language.Chinese
        ? Markup.Of($"<a href=\"?language=en\" lang=\"en\" hreflang=\"en\">English</a>")
        : Markup.Of($"<a href=\"?language=zh\" lang=\"zh\" hreflang=\"zh\">中文</a>");

    private static string Resource(string name)
    {
        using var stream = typeof(UploadPage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
        return new StreamReader(stream).ReadToEnd().ReplaceLineEndings("\n");
    }
}
