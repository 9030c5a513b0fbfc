using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <exception cref="RequestFailedException">404 ResourceNotFound, or TableNotFound.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = connection.CreateMessage(RequestMethod.Get, EntityPath(partitionKey, rowKey, select));
        var response = await connection.SendAsync(message, cancellationToken);
        return Response.FromValue(Read<T>(response), response);
    }

    /// <summary>Nothing there is an answer without a value, not an exception; so is a table that does not exist.</summary>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = connection.CreateMessage(RequestMethod.Get, EntityPath(partitionKey, rowKey, select), Expecting.Absence);
        var response = await connection.SendAsync(message, cancellationToken);
        return response.Status == 404 ? new NoEntity<T>(response) : Response.FromValue(Read<T>(response), response);
    }

    /// <param name="filter">OData, see <see cref="CreateQueryFilter"/>; null reads the whole table.</param>
    /// <param name="maxPerPage">1 to 1,000; null leaves it to the service, which stops at 1,000.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new EntityPages<T>(connection, Name, filter, maxPerPage, Select(select), cancellationToken);

    private static string? Select(IEnumerable<string>? names) => names is null ? null : string.Join(',', names);

    private static T Read<T>(Response response)
        where T : class, ITableEntity =>
        EntityPages<T>.Cast(new EntityReader().Read(response.Content.ToMemory()));

    private string EntityPath(string partitionKey, string rowKey, IEnumerable<string>? select) =>
        Name + ODataLiteral.EntityPath(partitionKey, rowKey) + (Select(select) is { } names ? $"?$select={Uri.EscapeDataString(names)}" : "");
}
