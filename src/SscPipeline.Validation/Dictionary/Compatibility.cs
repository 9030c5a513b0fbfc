using System.Text;

namespace SscPipeline.Validation.Dictionary;

/// <summary>The part of Unicode's compatibility mapping (NFKC) that spreadsheets need: full-width forms, odd spaces, raised digits, units
/// in
/// one character. The runtime's own normalisation does nothing while globalisation is invariant, as it is here.</summary>
internal static class Compatibility
{
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>One character and what stands for it, pair by pair.</summary>
    private static readonly Dictionary<char, string> Others =
        "² 2 ³ 3 ¹ 1 ⁰ 0 ⁻ - ₀ 0 ₁ 1 ₂ 2 ₃ 3 ₄ 4 ㎎ mg ㎍ µg ㎏ kg ㎜ mm ㎝ cm ㎡ m2 ㎖ mL ㎗ dL ℓ l ㏄ cc ① 1 ② 2 ③ 3 ④ 4 ⑤ 5 Ⅰ I Ⅱ II Ⅲ III Ⅳ IV Ⅴ V … ... ﹣ - ﹪ % ﹤ < ﹥ >"
            .Split(' ')
            .Chunk(2)
            .ToDictionary(pair => pair[0][0], pair => pair[1]);

    public static string Compose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length + 4);
        foreach (var letter in text)
        {
            if (letter is >= FirstFullWidth and <= LastFullWidth)
            {
                composed.Append((char)(letter - FullWidthOffset));
            }
            else if (letter > '\u007F' && char.IsWhiteSpace(letter))
            {
                composed.Append(' ');
            }
            else if (letter is not ('\u200B' or '\uFEFF' or '\u200E' or '\u00AD'))
            {
                composed.Append(letter > '\u007F' && Others.TryGetValue(letter, out var other) ? other : letter.ToString());
            }
        }

        return composed.ToString();
    }
}
