using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SscPipeline.Pages.Tests;

/// <summary>A page in the browser, with what it asked for and what the browser had to say about it.</summary>
internal sealed class OpenPage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private static readonly Lazy<string> AxeScript = new(() => new BundledAxeScriptProvider().GetScript());

    public IPage Page { get; } = page;

    public List<string> Requests { get; } = [];

    /// <summary>Errors and warnings of the console.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>By how many pixels the page is wider than its window.</summary>
    public async Task<int> OverflowAsync() =>
        await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>What axe finds, a line each. Its script is put into the page once, and runs there without touching what it looks at.</summary>
    /// <param name="options">Of axe.run, as a script writes them.</param>
    public async Task<string[]> FaultsAsync(string options)
    {
        if (!await Page.EvaluateAsync<bool>("typeof axe !== 'undefined'"))
        {
            await Page.EvaluateAsync(AxeScript.Value);
        }

        return await Page.EvaluateAsync<string[]>($$"""
            async () => {
              const found = await axe.run(document, {{options}});
              if (found.passes.length === 0) return ['axe examined nothing'];
              return found.violations.map(one => one.id + ': ' + one.help + ' ' + one.nodes.slice(0, 3).map(node => node.html).join(' '));
            }
            """);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
