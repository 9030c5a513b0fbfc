using System.Text.RegularExpressions;

namespace SscPipeline.Infra.Tests.Bicep;

/// <summary>Cuts Bicep into tokens; comments are left out.</summary>
internal static partial class Tokens
{
    public static List<Token> Of(string bicep)
    {
        var tokens = new List<Token>();
        var at = 0;
        Read(bicep.ReplaceLineEndings("\n"), ref at, tokens, isInText: false);
        return tokens;
    }

    private static void Read(string text, ref int at, List<Token> tokens, bool isInText)
    {
        for (var depth = 0; at < text.Length;)
        {
            var match = Piece().Match(text, at);
            Assert.True(match.Success && match.Index == at, $"line {Line(text, at)}: what is '{text[at]}'?");
            var (piece, line) = (match.Value, Line(text, at));
            if (isInText && piece == "}" && depth == 0)
            {
                return;
            }

            depth += piece == "{" ? 1 : piece == "}" ? -1 : 0;
            at += piece.Length;
            if (piece == "'")
            {
                ReadText(text, ref at, tokens, line);
            }
            else if (piece.StartsWith("'''", StringComparison.Ordinal))
            {
                tokens.Add(new Token(TokenKind.Text, piece[3..^3], line));
            }
            else if (Kind(piece) is { } kind)
            {
                tokens.Add(new Token(kind, piece, line));
            }
        }
    }

    private static void ReadText(string text, ref int at, List<Token> tokens, int line)
    {
        var (place, start) = (tokens.Count, at);
        var inside = new List<Token>();
        while (text[at] != '\'')
        {
            Assert.True(text[at] != '\n', $"line {line}: a text does not end.");
            if (text[at] == '\\')
            {
                at += 2;
            }
            else if (text.AsSpan(at).StartsWith("${"))
            {
                at += 2;
                inside.Add(new Token(TokenKind.Sign, "${", line));
                Read(text, ref at, inside, isInText: true);
                inside.Add(new Token(TokenKind.Sign, "}$", line));
                at++;
            }
            else
            {
                at++;
            }
        }

        tokens.Add(new Token(TokenKind.Text, text[start..at], line));
        tokens.AddRange(inside);
        Assert.Equal(place, tokens.Count - inside.Count - 1);
        at++;
    }

    private static TokenKind? Kind(string piece) => piece switch
    {
        "\n" => TokenKind.LineEnd,
        _ when piece[0] is ' ' or '\t' || piece.StartsWith("//", StringComparison.Ordinal) || piece.StartsWith("/*", StringComparison.Ordinal) => null,
        _ when char.IsAsciiLetter(piece[0]) || piece[0] == '_' => TokenKind.Word,
        _ when char.IsAsciiDigit(piece[0]) => TokenKind.Number,
        _ => TokenKind.Sign,
    };

    private static int Line(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    [GeneratedRegex(@"\n|[ \t]+|//[^\n]*|/\*[\s\S]*?\*/|'''[\s\S]*?'''|'|[A-Za-z_][A-Za-z0-9_]*|[0-9]+|::|=>|==|!=|<=|>=|&&|\|\||\?\?|[-+*/%=<>!?:.,@(){}\[\]|]")]
    private static partial Regex Piece();
}
