using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

/// <summary>One Chromium for the browser tests. Pages get no network: whatever they ask for is noted and refused.</summary>
public sealed class ReportBrowser : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-report-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var path = Array.Find(Places, File.Exists) ?? throw new InvalidOperationException("There is no Chromium here: run scripts/test.sh, or apt-get install chromium.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Headless = true, Args = Arguments });
    }

    /// <summary>Opens a report's page from a file, as people do.</summary>
    public async Task<OpenReport> OpenAsync(string html, int width = 1280, ColorScheme scheme = ColorScheme.Light, Media media = Media.Screen)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html);
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        var open = new OpenReport(context, page);
        await context.RouteAsync("**/*", route =>
        {
            open.Requests.Enqueue(route.Request.Url);
            return route.Request.Url.StartsWith("file:", StringComparison.Ordinal) ? route.ContinueAsync() : route.AbortAsync();
        });
        page.Dialog += (_, dialog) =>
        {
            open.Ran.Enqueue("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.PageError += (_, error) => open.Ran.Enqueue("error: " + error);
        page.Console += (_, message) => open.Ran.Enqueue("console: " + message.Text);
        await page.EmulateMediaAsync(new() { Media = media, ColorScheme = scheme });
        await page.GotoAsync(new Uri(file).AbsoluteUri, new() { WaitUntil = WaitUntilState.Load });
        return open;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A report that is open in the browser.</summary>
public sealed class OpenReport(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public IPage Page { get; } = page;

    /// <summary>Every address that the page asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Signs that something ran or went wrong: dialogs, errors, console lines.</summary>
    public ConcurrentQueue<string> Ran { get; } = new();

    /// <summary>The boxes that stick out of the page, with the texts in them; empty when nothing overflows.</summary>
    public Task<string> OverflowAsync() => Page.EvaluateAsync<string>(
        """
        () => {
          const root = document.scrollingElement;
          if (root.scrollWidth <= root.clientWidth) return '';
          return [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1)
            .map(e => e.tagName + '.' + e.className + ': ' + e.textContent.slice(0, 40)).slice(0, 10).join('\n') || 'overflow';
        }
        """);

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
