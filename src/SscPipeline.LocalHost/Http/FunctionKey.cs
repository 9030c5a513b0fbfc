using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SscPipeline.LocalHost.Http;

/// <summary>Asks for a key as the Functions host does: in the header <c>x-functions-key</c>, or as <c>?code=</c>.</summary>
internal sealed class FunctionKey(string key)
{
    private readonly byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public bool IsIn(HttpRequest request) =>
        IsKey(request.Headers["x-functions-key"].ToString()) | IsKey(request.Query["code"].ToString());

    private bool IsKey(string text) => CryptographicOperations.FixedTimeEquals(hash, SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
