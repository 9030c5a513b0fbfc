using System.Buffers;
using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <exception cref="RequestFailedException">409 EntityAlreadyExists; a retried call may meet its own success so.</exception>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        WriteAsync(RequestMethod.Post, entity, default, cancellationToken);

    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        WriteAsync(Method(mode), entity, default, cancellationToken);

    /// <exception cref="RequestFailedException">404 ResourceNotFound; 412 UpdateConditionNotSatisfied: it was changed since <paramref name="ifMatch"/>.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        ifMatch == default
            ? throw new ArgumentException("An update needs the ETag of the entity that it changes, or ETag.All.", nameof(ifMatch))
            : WriteAsync(Method(mode), entity, ifMatch, cancellationToken);

    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    /// <summary>An entity that is not there is as good as deleted.</summary>
    /// <param name="ifMatch">The default value deletes whatever is there.</param>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = connection.CreateMessage(RequestMethod.Delete, Name + ODataLiteral.EntityPath(partitionKey, rowKey), Expecting.Absence);
        message.Request.Headers.SetValue("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString("H"));
        await connection.Pipeline.SendAsync(message, cancellationToken);
        return message.Response.Status is 204 or 404 ? message.Response : throw Failure(message.Response);
    }

    private static RequestMethod Method(TableUpdateMode mode) => mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch;

    private async Task<Response> WriteAsync(RequestMethod method, ITableEntity entity, ETag ifMatch, CancellationToken cancellationToken)
    {
        var path = method == RequestMethod.Post ? Name : Name + ODataLiteral.EntityPath(entity.PartitionKey, entity.RowKey);
        using var message = connection.CreateMessage(method, path);
        var body = new ArrayBufferWriter<byte>(1024);
        using (var writer = new EntityWriter(body))
        {
            writer.Write(Dictionary(entity));
        }

        TableConnection.SetJson(message.Request, body.WrittenMemory);
        if (ifMatch != default)
        {
            message.Request.Headers.SetValue("If-Match", ifMatch.ToString("H"));
        }

        return await connection.SendAsync(message, cancellationToken);
    }
}
