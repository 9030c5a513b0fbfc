namespace SscPipeline.Infra.Tests.Bicep;

/// <param name="Kind">param, var, resource, module, output, type, or for: the name of a loop or a lambda.</param>
/// <param name="Of">Of a resource or module: its type or path.</param>
/// <param name="At">Where its name stands among the tokens.</param>
internal sealed record Declaration(string Kind, string Name, string Of, bool IsExisting, bool HasValue, int At, int Line);

/// <summary>What a file of Bicep declares and uses, as far as plain Bicep goes.</summary>
internal sealed class BicepFile
{
    private static readonly string[] Declaring = ["param", "var", "resource", "module", "output", "type"];
    private static readonly string[] OwnWords =
        ["true", "false", "null", "string", "int", "bool", "object", "array", "if", "for", "in", "existing", "targetScope", "using"];

    private readonly List<Token> tokens;

    public BicepFile(string path, string text)
    {
        Path = path;
        tokens = Tokens.Of(text);
        Declarations = [.. Enumerable.Range(0, tokens.Count).Select(Declared).OfType<Declaration>()];
        var names = Declarations.Select(declaration => declaration.At).ToHashSet();
        Uses = [.. Enumerable.Range(0, tokens.Count).Where(at => !names.Contains(at) && IsUse(at)).Select(at => tokens[at])];
        Calls = [.. Enumerable.Range(0, tokens.Count).Where(at => tokens[at].Kind == TokenKind.Word && Next(at).Is("(") && !Before(at).Is("@")).Select(at => tokens[at])];
    }

    public string Path { get; }

    public IReadOnlyList<Token> All => tokens;

    public IReadOnlyList<Declaration> Declarations { get; }

    public IReadOnlyList<Token> Uses { get; }

    /// <summary>Functions of the language that are called, and members like them.</summary>
    public IReadOnlyList<Token> Calls { get; }

    public static BicepFile Load(string path) => new(path, File.ReadAllText(path));

    public IEnumerable<string> Names(string kind) => Declarations.Where(declaration => declaration.Kind == kind).Select(declaration => declaration.Name);

    /// <summary>The keys of the object that stands under a key of what is declared, such as <c>params</c> of a module.</summary>
    public IEnumerable<Token> KeysUnder(Declaration declaration, string key)
    {
        var (from, to) = Body(declaration);
        var at = Enumerable.Range(from, to - from).FirstOrDefault(at => IsKey(at) && tokens[at].Text == key, -1);
        if (at < 0)
        {
            yield break;
        }

        var depth = 0;
        for (at += 2; at < to; at++)
        {
            depth += tokens[at].Is("{") ? 1 : tokens[at].Is("}") ? -1 : 0;
            if (depth == 0)
            {
                yield break;
            }

            if (depth == 1 && IsKey(at))
            {
                yield return tokens[at];
            }
        }
    }

    /// <summary>All keys of what is declared, however deep.</summary>
    public IEnumerable<Token> KeysIn(Declaration declaration)
    {
        var (from, to) = Body(declaration);
        return Enumerable.Range(from, to - from).Where(IsKey).Select(at => tokens[at]);
    }

    /// <summary>What is taken from a module: <c>name.outputs.what</c>.</summary>
    public IEnumerable<(string Module, Token Output)> Outputs() =>
        from at in Enumerable.Range(0, tokens.Count - 2)
        where tokens[at].Is("outputs") && tokens[at - 1].Is(".") && tokens[at + 1].Is(".")
        select (tokens[tokens[at - 2].Is("!") ? at - 3 : at - 2].Text, tokens[at + 2]);

    private (int From, int To) Body(Declaration declaration)
    {
        var from = tokens.FindIndex(declaration.At, token => token.Is("{"));
        var depth = 0;
        for (var at = from; at < tokens.Count; at++)
        {
            depth += tokens[at].Is("{") ? 1 : tokens[at].Is("}") ? -1 : 0;
            if (depth == 0)
            {
                return (from, at + 1);
            }
        }

        throw new InvalidDataException($"{Path}, line {declaration.Line}: a brace is not closed.");
    }

    private Declaration? Declared(int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Word)
        {
            return null;
        }

        if (Before(at) is { Kind: TokenKind.Word } word && Declaring.Contains(word.Text) && StartsLine(at - 1))
        {
            var line = tokens.Skip(at + 1).TakeWhile(token => token.Kind != TokenKind.LineEnd).ToList();
            var of = line is [{ Kind: TokenKind.Text } first, ..] ? first.Text : "";
            return new Declaration(word.Text, token.Text, of, line.Any(token => token.Is("existing")), line.Any(token => token.Is("=")), at, token.Line);
        }

        var isOfLoop = Before(at).Is("for") || (Before(at).Is("(") && at > 1 && tokens[at - 2].Is("for")) || (Before(at).Is(",") && Next(at).Is(")") && at > 3 && tokens[at - 4].Is("for"));
        return isOfLoop || Next(at).Is("=>") ? new Declaration("for", token.Text, "", IsExisting: false, HasValue: true, at, token.Line) : null;
    }

    private bool IsUse(int at) =>
        tokens[at].Kind == TokenKind.Word
        && !OwnWords.Contains(tokens[at].Text)
        && !(Declaring.Contains(tokens[at].Text) && StartsLine(at))
        && !Before(at).Is(".") && !Before(at).Is("@")
        && !Next(at).Is("(")
        && !IsKey(at);

    private bool IsKey(int at) =>
        tokens[at].Kind == TokenKind.Word && Next(at).Is(":") && (StartsLine(at) || Before(at).Is("{") || Before(at).Is(","));

    private bool StartsLine(int at) => at == 0 || tokens[at - 1].Kind == TokenKind.LineEnd;

    private Token Before(int at) => at == 0 ? default : tokens[at - 1];

    private Token Next(int at) => at + 1 < tokens.Count ? tokens[at + 1] : default;
}
