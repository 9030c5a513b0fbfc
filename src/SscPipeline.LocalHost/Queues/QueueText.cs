using System.Buffers.Text;
using System.Text;

namespace SscPipeline.LocalHost.Queues;

/// <summary>The text of a queue message: hosts write base64, people and scripts also write it plain.</summary>
internal static class QueueText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(string body)
    {
        if (!Base64.IsValid(body))
        {
            return body;
        }

        try
        {
            return Strict.GetString(Convert.FromBase64String(body));
        }
        catch (DecoderFallbackException)
        {
            return body;
        }
    }
}
