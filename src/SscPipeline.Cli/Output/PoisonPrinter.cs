using System.Globalization;
using Spectre.Console;
using SscPipeline.Workflows.Replaying;

namespace SscPipeline.Cli.Output;

/// <summary>What failed on our side, and what operators did with it. A list shows ids and counts only.</summary>
internal static class PoisonPrinter
{
    public static void Print(IReadOnlyCollection<Poisoned> found)
    {
        if (found.Count == 0)
        {
            Terminal.Line("Nothing failed that waits for you.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Site", "What", "Since");
        table.AddColumn(new TableColumn("Attempts").RightAligned()).AddColumn("ID");
        foreach (var item in found)
        {
            table.AddRow(
                new Text(item.Site), new Text(Words(item.Kind)), new Text(Time(item.Since)),
                new Text(item.Attempts.ToString(CultureInfo.InvariantCulture)), new Text(item.Id));
        }

        Terminal.Out.Write(table);
        Terminal.Line("ssc poison requeue ID has it processed again, ssc poison drop ID lets it go; --all takes everything that is listed.");
    }

    public static void Print(PoisonDetail detail)
    {
        var item = detail.Item;
        Terminal.Line($"{item.Id}");
        Terminal.Line($"  site      {item.Site}");
        Terminal.Line($"  document  {item.Document ?? "not known"}");
        Terminal.Line($"  what      {(detail.IsOpen ? Words(item.Kind) : "not waiting: it was settled, replayed or dropped")}");
        if (item.Since is not null)
        {
            Terminal.Line($"  since     {Time(item.Since)}");
            Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  attempts  {item.Attempts}"));
        }

        if (detail.Deeds.Count > 0)
        {
            Terminal.Out.Write(Deeds(detail.Deeds));
        }
        else
        {
            Terminal.Line("  nobody has done anything with it by hand");
        }
    }

    public static void Print(IReadOnlyCollection<RequeueResult> results)
    {
        if (results.Count == 0)
        {
            Terminal.Line("Nothing failed that waits for you.");
        }

        foreach (var result in results)
        {
            if (result.SubmissionId is null)
            {
                Terminal.Complain($"{result.Id}: {result.Note}");
            }
            else
            {
                Terminal.Line($"{result.Id}: processed as {result.SubmissionId}, {ReceiptPrinter.Words(result.Status!.Value)}.{(result.Note is null ? "" : $" {result.Note}")}");
            }
        }
    }

    /// <summary>By hand, newest first.</summary>
    public static Table Deeds(IEnumerable<OperatorDeedLine> deeds)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("When", "Who", "Did", "To", "Result");
        foreach (var deed in deeds)
        {
            table.AddRow(new Text(Time(deed.At)), new Text(deed.By), new Text(Did(deed.Deed)), new Text(deed.Target), new Text(deed.Result ?? ""));
        }

        return table;
    }

    private static string Did(string deed) => deed switch
    {
        "Replayed" => "replayed",
        "MadeCurrent" => "made current again",
        "Requeued" => "had processed again",
        _ => "dropped",
    };

    private static string Words(PoisonKind kind) => kind switch
    {
        PoisonKind.Failed => "failed at every attempt",
        PoisonKind.Stuck => "begun and never finished",
        PoisonKind.Event => "event of the inbox that could not be handled",
        _ => "message that no host has recorded yet",
    };

    private static string Time(DateTimeOffset? time) =>
        time is { } at ? at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "";
}
