using Azure.Data.Tables;
using SscPipeline.Domain.Submissions;
using SscPipeline.Storage.Keys;
using SscPipeline.Storage.Tables;

namespace SscPipeline.Storage.Ledger;

/// <summary>Rows of the table <c>Submissions</c> that say what operators did.</summary>
internal static class OperatorActionRows
{
    public static TableEntity Of(OperatorAction action)
    {
        var row = new TableEntity(action.Site.Value, TableKeys.OperatorAction(action.Target, action.At))
        {
            [nameof(OperatorAction.Deed)] = action.Deed.ToString(),
            [nameof(OperatorAction.At)] = action.At.ToUniversalTime(),
        };
        TextProperty.Write(row, nameof(OperatorAction.Target), action.Target);
        TextProperty.Write(row, nameof(OperatorAction.By), action.By);
        TextProperty.Write(row, nameof(OperatorAction.Result), action.Result);
        return EntitySize.Checked(row);
    }

    public static OperatorAction Action(TableEntity row) => new(
        SiteCode.ParsePlace(row.PartitionKey),
        TextProperty.Read(row, nameof(OperatorAction.Target)) ?? throw LedgerRows.Damaged(row),
        Enum.Parse<OperatorDeed>(row.GetString(nameof(OperatorAction.Deed)) ?? throw LedgerRows.Damaged(row)),
        TextProperty.Read(row, nameof(OperatorAction.By)) ?? "",
        row.GetDateTimeOffset(nameof(OperatorAction.At)) ?? throw LedgerRows.Damaged(row),
        TextProperty.Read(row, nameof(OperatorAction.Result)));
}
