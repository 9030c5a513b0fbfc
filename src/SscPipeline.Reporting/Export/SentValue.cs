using System.Buffers;
using System.Globalization;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Reporting.Export;

/// <summary>A value as the site sent it, its unit apart.</summary>
internal readonly record struct SentValue(string? Text, string? Unit)
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789.,+-");

    /// <summary>Without a text of its own the site sent the canonical value. With one, what follows a number that was converted is its unit;
    /// what follows one that was not may be a laboratory's flag and stays with it.</summary>
    public static SentValue Of(Outcome outcome, string canonicalUnit)
    {
        if (outcome.Sent is not { } sent)
        {
            return new SentValue($"{outcome.Comparator}{outcome.Value}", canonicalUnit);
        }

        var start = Math.Max(sent.AsSpan().IndexOfAny(Digits), 0);
        var length = sent.AsSpan(start).IndexOfAnyExcept(InNumbers) is >= 0 and var found ? found : sent.Length - start;
        var (number, rest) = (sent.Substring(start, length), sent[(start + length)..].Trim());
        if (!decimal.TryParse(number.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
        {
            return new SentValue(sent, null);
        }

        return value != outcome.Value.Number ? new SentValue(sent[..(start + length)], rest.Length > 0 ? rest : null)
            : new SentValue(string.Equals(rest, canonicalUnit, StringComparison.OrdinalIgnoreCase) ? sent[..(start + length)] : sent, canonicalUnit);
    }
}
