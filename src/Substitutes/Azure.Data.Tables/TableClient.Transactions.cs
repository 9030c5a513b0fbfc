using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>All of the actions or none.</summary>
    /// <exception cref="InvalidOperationException">No action; or, found before anything is sent, what the service would refuse or the
    /// emulator take for good: more than 100 actions, two partition keys, a row key twice, more than 4 MiB.</exception>
    /// <exception cref="TableTransactionFailedException">The service refused one of the actions, so none was carried out.</exception>
    /// <exception cref="RequestFailedException">The service refused the transaction as a whole.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        using var message = connection.CreateMessage(RequestMethod.Post, "$batch");
        var body = new TransactionBody(connection.Endpoint, Name, transactionActions as IReadOnlyList<TableTransactionAction> ?? [.. transactionActions]);
        message.Request.Headers.SetValue("Content-Type", TransactionBody.ContentType);
        message.Request.Content = RequestContent.Create(body.Write());

        var response = await connection.SendAsync(message, cancellationToken);
        body.GiveBack();
        var parts = TransactionAnswer.Read(response);
        return parts.FirstOrDefault(part => part.Status >= 400) is { } failed
            ? throw new TableTransactionFailedException(Failure(failed))
            : Response.FromValue(parts, response);
    }
}
