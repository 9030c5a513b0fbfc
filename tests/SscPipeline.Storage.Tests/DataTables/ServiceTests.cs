using Azure;
using Azure.Core;
using Azure.Data.Tables;
using SscPipeline.Storage.Tests.Azurite;

namespace SscPipeline.Storage.Tests.DataTables;

public sealed class ServiceTests(StorageFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task A_table_that_exists_is_as_good_as_a_new_one_only_when_asked_so()
    {
        var service = new TableServiceClient(ConnectionString);

        var again = await service.CreateTableIfNotExistsAsync(Table.Name);
        var conflict = await Assert.ThrowsAsync<RequestFailedException>(() => service.CreateTableAsync(Table.Name));

        Assert.Equal(Table.Name, again.Value.Name);
        Assert.Equal((409, "TableAlreadyExists"), (conflict.Status, conflict.ErrorCode));
    }

    [Fact]
    public async Task A_table_that_does_not_exist_is_said_to_be_missing()
    {
        var missing = await Assert.ThrowsAsync<RequestFailedException>(
            () => new TableServiceClient(ConnectionString).GetTableClient("Nowhere").AddEntityAsync(Entity("row")));

        Assert.Equal((404, "TableNotFound"), (missing.Status, missing.ErrorCode));
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var wrong = new TableClient(Table.Uri.ToString().Replace("/" + Table.Name, "", StringComparison.Ordinal) is var endpoint
            ? new Uri(endpoint) : null!, Table.Name, new TableSharedKeyCredential("devstoreaccount1", Convert.ToBase64String(new byte[64])));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => wrong.AddEntityAsync(Entity("row")));

        Assert.Equal(403, refused.Status);
    }

    [Fact]
    public async Task Throttling_is_waited_out_by_the_client_and_each_attempt_is_signed_anew()
    {
        var dates = new List<string?>();
        var transport = new CountingTransport
        {
            Answer = (number, request) =>
            {
                dates.Add(request.Headers.TryGetValue("Authorization", out var signature) ? signature : null);
                return number < 3 ? new CannedResponse(503, "") : null;
            },
        };
        var options = new TableClientOptions { Transport = transport, Retry = { Delay = TimeSpan.FromMilliseconds(600), Mode = RetryMode.Fixed } };

        await new TableClient(ConnectionString, Table.Name, options).AddEntityAsync(Entity("row"));

        Assert.Equal(3, transport.Requests);
        Assert.All(dates, Assert.NotNull);
        Assert.True(dates.Distinct().Count() > 1);
    }

    [Fact]
    public async Task An_answer_that_is_not_from_the_service_still_has_its_status()
    {
        var transport = new CountingTransport { Answer = (_, _) => new CannedResponse(407, "<html>proxy</html>") };
        var table = new TableClient(ConnectionString, Table.Name, new TableClientOptions { Transport = transport });

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(Entity("row")));

        Assert.Equal(407, refused.Status);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=study;AccountKey=AAAA;EndpointSuffix=core.chinacloudapi.cn", "https://study.table.core.chinacloudapi.cn/", "study")]
    [InlineData("AccountName=study;AccountKey=AAAA==;", "https://study.table.core.windows.net/", "study")]
    [InlineData("TableEndpoint=https://tables.example.org:8443/x/;AccountName=study;AccountKey=AAAA", "https://tables.example.org:8443/x", "study")]
    public void A_connection_string_says_where_the_tables_are(string text, string endpoint, string account)
    {
        var service = new TableServiceClient(text.Replace("AAAA==", "AAAAAA==", StringComparison.Ordinal));

        Assert.Equal((new Uri(endpoint), account), (service.Uri, service.AccountName));
    }

    [Theory]
    [InlineData("AccountName=study")]
    [InlineData("AccountKey=AAAA")]
    [InlineData("AccountName=study;AccountKey=not base64!")]
    [InlineData("something else")]
    public void A_broken_connection_string_is_refused_without_quoting_the_key(string text)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new TableServiceClient(text));

        Assert.DoesNotContain("AAAA", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("base64!", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_asked_for_storage_and_travels_only_over_https()
    {
        var credential = new FixedToken();
        var transport = new CountingTransport { Answer = (_, request) => new CannedResponse(request.Headers.TryGetValue("Authorization", out var token) && token == "Bearer t" ? 204 : 403, "") };
        var table = new TableClient(new Uri("https://study.table.core.windows.net"), "T", credential, new TableClientOptions { Transport = transport });

        await table.AddEntityAsync(Entity("row"));

        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.Throws<ArgumentException>(() => new TableClient(new Uri("http://study.table.core.windows.net"), "T", credential));
    }

    private sealed class FixedToken : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("t", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
