using Microsoft.Playwright;

namespace SscPipeline.Pages.Tests;

/// <summary>The machine's own Chromium, headless, once for all tests. Playwright only drives it: nothing is downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    public const int PhoneWidth = 360;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <summary>Null where none is installed.</summary>
    public static string? Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Executable is not null)
        {
            playwright = await Playwright.CreateAsync();
            chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox", "--disable-gpu"] });
        }
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>Opens a page as if it lay beside its neighbours in storage; whatever it asks for besides itself is noted and refused.</summary>
    internal async Task<OpenPage> OpenAsync(byte[] html, Look look)
    {
        var context = await chromium!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = 1280, Height = 800 },
            ColorScheme = look == Look.Dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        var page = await context.NewPageAsync();
        var opened = new OpenPage(context, page);
        Listen(opened);
        await page.RouteAsync("**/*", async route =>
        {
            opened.Requests.Add(route.Request.Url);
            await route.FulfillAsync(opened.Requests.Count == 1
                ? new() { BodyBytes = html, ContentType = "text/html; charset=utf-8" }
                : new() { Status = 404, Body = "" });
        });
        await page.GotoAsync("https://study.example/receipts/site-a/page.html");
        return opened;
    }

    /// <summary>Opens a page that is served. What it asks for is noted, and refused if it is not the server's own.</summary>
    internal async Task<OpenPage> VisitAsync(Uri address)
    {
        var context = await chromium!.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 }, AcceptDownloads = true });
        var page = await context.NewPageAsync();
        var opened = new OpenPage(context, page);
        Listen(opened);
        await page.RouteAsync("**/*", async route =>
        {
            opened.Requests.Add(route.Request.Url);
            await (new Uri(route.Request.Url).Authority == address.Authority ? route.ContinueAsync() : route.AbortAsync());
        });
        await page.GotoAsync(address.AbsoluteUri);
        return opened;
    }

    private static void Listen(OpenPage opened)
    {
        opened.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                opened.Complaints.Add(message.Text);
            }
        };
        opened.Page.PageError += (_, error) => opened.Complaints.Add(error);
    }
}

[CollectionDefinition(nameof(Browser))]
public sealed class BrowserCollection : ICollectionFixture<Browser>;
