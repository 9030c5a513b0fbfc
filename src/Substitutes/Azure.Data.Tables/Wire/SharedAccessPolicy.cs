using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>Adds a shared access signature to the address; once, however often the request is tried.</summary>
internal sealed class SharedAccessPolicy(string signature) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var query = message.Request.Uri.Query;
        if (!query.Contains("sig=", StringComparison.Ordinal))
        {
            message.Request.Uri.Query = query.Length == 0 ? $"?{signature}" : $"{query}&{signature}";
        }
    }
}
