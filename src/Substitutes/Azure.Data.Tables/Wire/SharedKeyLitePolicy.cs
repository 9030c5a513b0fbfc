using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>Signs each attempt anew, since the service refuses a date that is more than 15 minutes old.</summary>
/// <remarks>To sign: the date, a line feed, <c>/{account}{path as sent}</c> and, where there is one, <c>?comp=...</c>. The emulator's
/// path already begins with the account, which therefore comes twice.</remarks>
internal sealed class SharedKeyLitePolicy(TableSharedKeyCredential credential, TimeProvider time) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var uri = message.Request.Uri.ToUri();
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue(
            "Authorization", $"SharedKeyLite {credential.AccountName}:{credential.Sign($"{date}\n/{credential.AccountName}{uri.AbsolutePath}{Component(uri)}")}");
    }

    private static string Component(Uri uri) =>
        uri.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("comp=", StringComparison.Ordinal)) is { } comp ? $"?{comp}" : "";
}
