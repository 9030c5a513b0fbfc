using System.Text;

namespace SscPipeline.Storage.Poison;

/// <summary>The functions host writes base64; other tools often write plain text.</summary>
internal static class MessageText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <remarks>JSON never looks like base64, since it begins with a brace.</remarks>
    public static string Decode(string sent)
    {
        var bytes = new byte[sent.Length];
        if (!Convert.TryFromBase64String(sent, bytes, out var length) || length == 0)
        {
            return sent;
        }

        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            // A plain text of letters only, say.
            return sent;
        }
    }

    public static string PopReceipt(PoisonMessage received) =>
        received.PopReceipt ?? throw new ArgumentException("Only a message that was received can be deleted or released.", nameof(received));
}
