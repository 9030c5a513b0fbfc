using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>One action of a transaction was refused, so none of them was carried out.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode,
            requestFailedException.InnerException) =>
        FailedTransactionActionIndex = IndexOf(requestFailedException.Message);

    /// <summary>Counted from 0; null when the service did not say which one.</summary>
    public int? FailedTransactionActionIndex { get; }

    /// <summary>The service puts the index before its message: <c>3:The specified entity already exists.</c></summary>
    private static int? IndexOf(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
