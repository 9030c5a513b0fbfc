using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SscPipeline.Storage.Keys;

/// <summary>Any text as one part of a table key, and back. Letters, digits, <c>- _ .</c> stay; everything else becomes <c>!2F</c>
/// or <c>!u4E00</c> by its UTF-16 code, so that neither the service, the emulator nor a <c>~</c> between parts is ever in doubt.</summary>
internal static class KeyText
{
    /// <summary>Of the escaped form. Two parts and a submission id stay below the service's 512 characters.</summary>
    private const int MaxLength = 400;

    private const string HashMark = "!h";
    private const int HashLength = 64;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <remarks>What would be too long keeps its beginning and ends in <c>!h</c> and the SHA-256 of the whole: unique, but not to be read back.</remarks>
    public static string Escape(string text)
    {
        if (text.Length <= MaxLength && !text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var key = new StringBuilder(text.Length);
        var beginning = 0;
        foreach (var c in text)
        {
            Append(key, c);
            beginning = key.Length <= MaxLength - HashMark.Length - HashLength ? key.Length : beginning;
        }

        return key.Length <= MaxLength
            ? key.ToString()
            : $"{key.ToString(0, beginning)}{HashMark}{Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())))}";
    }

    /// <summary>Null for a part that was shortened or was not made by <see cref="Escape"/>.</summary>
    public static string? TryUnescape(string key)
    {
        if (!key.Contains('!', StringComparison.Ordinal))
        {
            return key;
        }

        var text = new StringBuilder(key.Length);
        for (var at = 0; at < key.Length; at++)
        {
            if (key[at] != '!')
            {
                text.Append(key[at]);
                continue;
            }

            var isWide = at + 1 < key.Length && key[at + 1] == 'u';
            var (start, length) = isWide ? (at + 2, 4) : (at + 1, 2);
            if (start + length > key.Length
                || !ushort.TryParse(key.AsSpan(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                return null;
            }

            text.Append((char)code);
            at = start + length - 1;
        }

        return text.ToString();
    }

    /// <summary>Letters of other scripts stay readable. Half of a surrogate pair is never a letter.</summary>
    private static void Append(StringBuilder key, char c)
    {
        if (Plain.Contains(c) || (c > '\u00ff' && char.IsLetter(c)))
        {
            key.Append(c);
        }
        else if (c <= '\u00ff')
        {
            key.Append(CultureInfo.InvariantCulture, $"!{(int)c:X2}");
        }
        else
        {
            key.Append(CultureInfo.InvariantCulture, $"!u{(int)c:X4}");
        }
    }
}
