namespace SscPipeline.Infra.Tests.Bicep;

internal enum TokenKind
{
    Word,
    Text,
    Number,
    Sign,
    LineEnd,
}

/// <param name="Text">Of a text: what stands between the quotes. The expressions inside it follow as tokens of their own, between <c>${</c> and <c>}$</c>.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Line)
{
    public bool Is(string text) => Kind is TokenKind.Sign or TokenKind.Word && Text == text;
}
