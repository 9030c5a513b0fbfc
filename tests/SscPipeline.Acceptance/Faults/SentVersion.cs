using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Acceptance.Faults;

/// <summary>One version of one document: every row says which one it is, and each version has a number of rows of its own.</summary>
/// <param name="Number">0 for the first version; the others correct it, add rows or leave some out.</param>
internal sealed record SentVersion(SiteCode Site, string Document, int Number)
{
    private const string Mark = "fvc_pct_pred";

    /// <summary>More than one transaction of a table holds.</summary>
    public int Rows => 130 + (Number * 37 % 90);

    public string BlobName => $"{Site}/{Document}";

    public byte[] Content => Encoding.UTF8.GetBytes("subject_id,study day,mrss,fvc % pred\n" + string.Concat(Enumerable.Range(1, Rows).Select(Line)));

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <summary>Whether the rows are all of this version and nothing else.</summary>
    public bool IsAllOf(ImmutableArray<OutcomeRow> rows) =>
        rows.Length == Rows && rows.All(row => row.Outcomes.Any(outcome => outcome.Variable == Mark && outcome.Value.Number == 60 + Number));

    private string Line(int row) => string.Create(
        CultureInfo.InvariantCulture, $"{Site.Value[^1]}{Document[0]}-{row},1,{(row + Number) % 52},{60 + Number}\n");
}
