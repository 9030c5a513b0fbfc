using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <exception cref="RequestFailedException">409 TableAlreadyExists, or TableBeingDeleted for up to a minute after its deletion.</exception>
    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        CreateAsync(Expecting.Success, cancellationToken);

    /// <summary>A table that exists already is as good as a new one.</summary>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var created = await CreateAsync(Expecting.Conflict, cancellationToken);
        return created.GetRawResponse() is { Status: 409 } conflict && Failure(conflict) is { ErrorCode: not "TableAlreadyExists" } failure
            ? throw failure
            : created;
    }

    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
    {
        using var message = connection.CreateMessage(RequestMethod.Delete, $"Tables({Uri.EscapeDataString(ODataLiteral.Quoted(Name))})", Expecting.Absence);
        await connection.Pipeline.SendAsync(message, cancellationToken);
        return message.Response.Status is 204 or 404 ? message.Response : throw Failure(message.Response);
    }

    private static RequestFailedException Failure(Response response) => new(response, null, TableErrorParser.Instance);

    private async Task<Response<TableItem>> CreateAsync(Expecting expecting, CancellationToken cancellationToken)
    {
        using var message = connection.CreateMessage(RequestMethod.Post, "Tables", expecting);
        TableConnection.SetJson(message.Request, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = Name }));
        return Response.FromValue(new TableItem(Name), await connection.SendAsync(message, cancellationToken));
    }
}
