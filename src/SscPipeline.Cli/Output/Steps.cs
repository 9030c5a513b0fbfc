using System.Diagnostics;
using Spectre.Console;

namespace SscPipeline.Cli.Output;

/// <summary>Shows what is being done: a spinner in a terminal, one line per step elsewhere, nothing beside JSON.</summary>
internal sealed class Steps(bool isSilent)
{
    public async Task<T> ShowAsync<T>(string step, Func<Action<string>, Task<T>> work)
    {
        if (isSilent)
        {
            return await work(_ => { });
        }

        var clock = Stopwatch.StartNew();
        var last = "";
        var result = Console.IsErrorRedirected
            ? await work(said => last = said)
            : await Terminal.Errors.Status().StartAsync(step, context => work(said =>
            {
                last = said;
                context.Status($"{step}: {Markup.Escape(said)}");
            }));
        Terminal.Errors.MarkupLineInterpolated(System.Globalization.CultureInfo.InvariantCulture, $"[grey]{step,-8}[/] {last} [grey]{clock.Elapsed.TotalSeconds:0.0} s[/]");
        return result;
    }
}
