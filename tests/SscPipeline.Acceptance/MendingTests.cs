using System.Text.Json;
using SscPipeline.Spreadsheets;

namespace SscPipeline.Acceptance;

/// <summary>What a coordinator is promised: type what the receipt says where it says so, send the file again, and it is accepted.</summary>
public sealed class MendingTests : IDisposable
{
    /// <summary>Wrong: a code (Subjects!B3), an age that identifies (C4), a short year (E2), a total (Visits!C2), a fraction (D3), a unit (E4), a letter in a subject (A5), a percentage (F6).</summary>
    private static readonly DraftSheet[] Defective =
    [
        new("Subjects",
        [
            ["subject_id", "sex", "age", "height (cm)", "first dose date"],
            ["P-01", "F", 41, 160, "5-Mar-12"],
            ["P-02", "femal", 38, 158, "2012-03-12"],
            ["P-03", "M", 93, 171, "2012-04-02"],
        ]),
        new("Visits",
        [
            ["subject_id", "study day", "mrss", "fvc % pred", "albumin (g/L)", "FEV1/FVC", .. Domain.Outcomes.Variables.MrssAreas.Select(area => (DraftCell)area)],
            ["P-01", 1, 23, 84, 41, 0.8m, .. Enumerable.Range(0, 17).Select(area => (DraftCell)(area < 4 ? 2 : 1))],
            ["P-01", 183, 18, 0.85m, 42, 0.81m],
            ["P-02", 1, 20, 90, 3.8m, 0.79m],
            ["P-O2", 183, 17, 91, 39, 0.8m],
            ["P-03", 1, 15, 77, 43, 81],
        ]),
    ];

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_defective_workbook_mended_just_where_and_as_its_receipt_says_is_accepted(bool onTheAnnotatedCopy)
    {
        using var content = new MemoryStream();
        WorkbookWriter.Write(content, Defective);
        folder.Write("1/site-a/visits.xlsx", content.ToArray());

        var check = await Ssc.RunAsync("check", Path.Combine(folder["1"], "site-a", "visits.xlsx"), "--format", "json", "--annotate", folder["marked"]);
        var wrong = check.Json[0].GetProperty("issues").EnumerateArray().ToList();
        var typed = wrong.Select(issue => (Sheet: Text(issue, "sheet"), Cell: Text(issue, "cell"), Value: Text(issue, "suggestion"))).ToList();
        var source = onTheAnnotatedCopy ? await File.ReadAllBytesAsync(Directory.EnumerateFiles(folder["marked"]).Single()) : content.ToArray();
        folder.Write("2/site-a/visits.xlsx", MendedWorkbook.Type(source, typed));
        var run = await Ssc.RunAsync("run", "--inbox", folder["1"], "--inbox", folder["2"], "--out", folder["out"], "--format", "json");

        Assert.Equal(
            ["Subjects!B3", "Subjects!C4", "Subjects!E2", "Visits!A5", "Visits!C2", "Visits!D3", "Visits!E4", "Visits!F6"],
            typed.Select(cell => $"{cell.Sheet}!{cell.Cell}").Order(StringComparer.Ordinal));
        Assert.Equal(["PartiallyAccepted", "Accepted"], run.Json.EnumerateArray().Select(receipt => Text(receipt, "status")));
        Assert.Empty(run.Json[1].GetProperty("issues").EnumerateArray());
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString() ?? throw new InvalidOperationException($"No {member}: {element}");
}
