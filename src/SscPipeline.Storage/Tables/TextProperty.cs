using System.Buffers;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;

namespace SscPipeline.Storage.Tables;

/// <summary>Texts of any length and content as properties. The service takes 32,768 characters a property and no half surrogate
/// pairs, and control characters are better not tried: what has such is escaped, and split into <c>{name}__1</c>, <c>{name}__2</c>
/// ... where it is long, and so comes back whole.</summary>
internal static class TextProperty
{
    private const int MaxLength = 32_000;

    private static readonly SearchValues<char> Doubtful = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Except(['\t', '\n', '\r']), '\ufffe', '\uffff']);

    public static void Write(TableEntity entity, string name, string? text)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length <= MaxLength && IsWellFormed(text))
        {
            entity[name] = text;
            return;
        }

        var part = 0;
        foreach (var piece in Escape(text).Chunk(MaxLength))
        {
            entity[Name(name, ++part)] = new string(piece);
        }
    }

    public static string? Read(TableEntity entity, string name)
    {
        if (entity.GetString(name) is { } whole)
        {
            return whole;
        }

        if (!entity.ContainsKey(Name(name, 1)))
        {
            return null;
        }

        var text = new StringBuilder();
        for (var part = 1; entity.GetString(Name(name, part)) is { } piece; part++)
        {
            text.Append(piece);
        }

        return text.Length == 0 ? null : Unescape(text.ToString());
    }

    private static string Name(string name, int part) => $"{name}__{part.ToString(CultureInfo.InvariantCulture)}";

    private static bool IsWellFormed(string text)
    {
        var rest = text.AsSpan();
        if (rest.ContainsAny(Doubtful))
        {
            return false;
        }

        while (rest.IndexOfAnyInRange('\ud800', '\udfff') is >= 0 and var at)
        {
            if (Rune.DecodeFromUtf16(rest[at..], out _, out var used) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[(at + used)..];
        }

        return true;
    }

    /// <summary>Without any surrogate, so that it can be split anywhere.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (c == '\\' || char.IsSurrogate(c) || Doubtful.Contains(c))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\{(int)c:X4}");
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }

    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] == '\\')
            {
                text.Append((char)ushort.Parse(escaped.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                text.Append(escaped[at]);
            }
        }

        return text.ToString();
    }
}
