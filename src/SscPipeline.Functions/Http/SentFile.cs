using Microsoft.AspNetCore.Http;
using SscPipeline.Domain;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Functions.Http;

/// <summary>What a request says of the file that it brings. The file's own type is told from its content later, whatever is claimed here.</summary>
/// <param name="Document">Percent-decoded; empty only where a name is not needed.</param>
internal sealed record SentFile(string Document)
{
    /// <summary>The name, percent-encoded as UTF-8. Unlike the query it stays out of the logs of whatever lies on the way.</summary>
    public const string Header = "x-ssc-document";

    private const string HowToName = $"Name it with ?document=visits.xlsx, or percent-encoded in the header {Header}.";

    /// <param name="parameter">Of the query: <c>document</c> or <c>name</c>.</param>
    /// <param name="otherwise">The name of a file that has none; null where one is needed.</param>
    public static (SentFile? File, ApiProblem? Problem) Read(HttpRequest request, string parameter, string? otherwise, long mostBytes)
    {
        if (request.ContentLength > mostBytes)
        {
            return (null, ApiProblem.TooLarge(mostBytes));
        }

        if (Unreadable(request) is { } unreadable)
        {
            return (null, unreadable);
        }

        var name = Name(request, parameter);
        if (name.Length == 0 && otherwise is not null)
        {
            return (new SentFile(otherwise), null);
        }

        return DocumentName.ProblemWith(name) is { } problem
            ? (null, ApiProblem.BadRequest($"The document cannot be called so. {problem}", HowToName))
            : (new SentFile(name), null);
    }

    /// <returns>No language when nothing is said; <c>IsKnown</c> is false when what is said is none.</returns>
    public static (Language? Language, bool IsKnown) LanguageOf(HttpRequest request) => request.Query["language"].ToString() switch
    {
        "" => (null, true),
        var code => (LanguageCode.TryParse(code), LanguageCode.TryParse(code) is not null),
    };

    public static ApiProblem? ProblemOf(FileFault fault, long mostBytes) => fault switch
    {
        FileFault.TooLarge => ApiProblem.TooLarge(mostBytes),
        FileFault.TooSlow => ApiProblem.TooSlow,
        FileFault.NoPlace => ApiProblem.Busy,
        _ => null,
    };

    private static string Name(HttpRequest request, string parameter) => request.Headers[Header].ToString() is { Length: > 0 } header
        ? Uri.UnescapeDataString(header)
        : request.Query[parameter].ToString();

    private static ApiProblem? Unreadable(HttpRequest request) =>
        request.ContentType?.TrimStart().StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true
            ? WrongType("A form was sent. The body must be the file itself.", "With curl: --data-binary @visits.xlsx, not -F.")
        : request.Headers.ContentEncoding.ToString() is { Length: > 0 } coding && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)
            ? WrongType("The body is compressed. The file must be sent as it is.", "Leave out the header Content-Encoding, and send the bytes of the file.")
        : null;

    private static ApiProblem WrongType(string detail, string fix) => new(StatusCodes.Status415UnsupportedMediaType, "wrong-type", "This cannot be read as a file.", detail, fix);
}
