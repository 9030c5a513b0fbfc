using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>One table service: its address, and the pipeline that authenticates, retries and traces as the options say.</summary>
internal sealed class TableConnection
{
    private const string Json = "application/json;odata=minimalmetadata";

    private static readonly ResponseClassifier ConflictIsFine = new StatusCodeClassifier([200, 201, 204, 409]);
    private static readonly ResponseClassifier AbsenceIsFine = new StatusCodeClassifier([200, 404]);

    private readonly string version;

    private TableConnection(Uri endpoint, string accountName, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        (Endpoint, AccountName, version) = (endpoint.AbsoluteUri.TrimEnd('/'), accountName, options.Version);
        Pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = TableErrorParser.Instance,
        });
    }

    /// <summary>Without a slash at the end.</summary>
    public string Endpoint { get; }

    public string AccountName { get; }

    public HttpPipeline Pipeline { get; }

    public static TableConnection Of(string connectionString, TableClientOptions? options)
    {
        var parsed = TableConnectionString.Parse(connectionString);
        return parsed.Credential is { } credential
            ? Of(parsed.Endpoint, credential, options)
            : new(parsed.Endpoint, parsed.Endpoint.Host.Split('.')[0], new SharedAccessPolicy(parsed.Signature!), options);
    }

    public static TableConnection Of(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        new(endpoint, credential.AccountName, new SharedKeyLitePolicy(credential, TimeProvider.System), options);

    /// <exception cref="ArgumentException">The address is not https: a token must not travel in the open.</exception>
    public static TableConnection Of(Uri endpoint, TokenCredential credential, TableClientOptions? options) =>
        endpoint.Scheme == Uri.UriSchemeHttps
            ? new(
                endpoint, endpoint.Host.Split('.')[0],
                new BearerTokenAuthenticationPolicy(credential, (options?.Audience ?? TableAudience.AzurePublicCloud).Scope), options)
            : throw new ArgumentException("Token credentials need an https endpoint.", nameof(endpoint));

    /// <param name="path">Below the endpoint, escaped, with its query.</param>
    public HttpMessage CreateMessage(RequestMethod method, string path, Expecting expecting = Expecting.Success)
    {
        var message = expecting switch
        {
            Expecting.Conflict => Pipeline.CreateMessage(null, ConflictIsFine),
            Expecting.Absence => Pipeline.CreateMessage(null, AbsenceIsFine),
            _ => Pipeline.CreateMessage(),
        };
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri($"{Endpoint}/{path}"));
        message.Request.Headers.SetValue("x-ms-version", version);
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue("Accept", Json);
        return message;
    }

    public static void SetJson(Request request, ReadOnlyMemory<byte> body)
    {
        request.Headers.SetValue("Content-Type", "application/json");
        request.Headers.SetValue("Prefer", "return-no-content");
        request.Content = RequestContent.Create(body);
    }

    /// <exception cref="RequestFailedException">The answer is not one that is expected.</exception>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await Pipeline.SendAsync(message, cancellationToken);
        return message.Response.IsError ? throw new RequestFailedException(message.Response) : message.Response;
    }
}
