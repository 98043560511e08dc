using Microsoft.Playwright;

namespace Rosewood.PolicyAdmin.Tests.Integration;

/// <summary>Debian's Chromium under the policies in a folder; every host is on a loopback server, so that what loads was let through.</summary>
internal sealed class ManagedChromium : IAsyncDisposable
{
    /// <summary>What <see cref="OpenAsync"/> gives for a page that a policy blocks.</summary>
    public const string Blocked = "ERR_BLOCKED_BY_ADMINISTRATOR";

    private const string Program = "/usr/bin/chromium";
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-chromium-").FullName;
    private readonly EverySite _site = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private ManagedChromium()
    {
    }

    /// <summary>The hosts that were asked for over the network.</summary>
    public IReadOnlyCollection<string> Asked => _site.Asked;

    /// <summary>Starts it.</summary>
    /// <param name="policies">The folder that it takes for its managed policies.</param>
    public static async Task<ManagedChromium> StartAsync(string policies)
    {
        File.Exists(Program).ShouldBeTrue("There is no Chromium here: run scripts/test.sh, or apt-get install chromium.");
        var chromium = new ManagedChromium();
        var script = Path.Combine(chromium._folder, "chromium.sh");
        await File.WriteAllTextAsync(script, MountedFolder.Script(policies, Program));
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        chromium._playwright = await Playwright.CreateAsync();
        chromium._browser = await chromium._playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = script,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--ignore-certificate-errors", $"--host-resolver-rules=MAP * 127.0.0.1:{chromium._site.Port}",
            ],
        });
        return chromium;
    }

    /// <summary>Opens a page: the host that it says it is of, <see cref="Blocked"/>, or another error's words.</summary>
    public async Task<string> OpenAsync(string address)
    {
        // A page for each: what follows an error page at once would interrupt it.
        var page = await _browser!.NewPageAsync();
        try
        {
            await page.GotoAsync(address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}/", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            return await page.Locator("#host").TextContentAsync() ?? "";
        }
        catch (PlaywrightException e)
        {
            return e.Message.Contains("net::" + Blocked, StringComparison.Ordinal) ? Blocked : e.Message;
        }
        finally
        {
            await page.CloseAsync();
        }
    }

    /// <summary>
    /// Presses "Reload policies" in chrome://policy and opens a page until it gives what is wanted. By itself the browser takes changed
    /// files when the machine is idle, which can be minutes.
    /// </summary>
    public async Task ReloadAsync(string host, string wanted)
    {
        var policies = await _browser!.NewPageAsync();
        await policies.GotoAsync("chrome://policy/");
        await policies.Locator("#reload-policies").ClickAsync();
        var last = "";
        for (var i = 0; i < 120; i++)
        {
            last = await OpenAsync(host);
            if (string.Equals(last, wanted, StringComparison.Ordinal))
            {
                await policies.CloseAsync();
                return;
            }

            await Task.Delay(500);
        }

        throw new TimeoutException($"{host} gives {last}, not {wanted}.");
    }

    /// <summary>What the browser shows instead of a blocked page.</summary>
    public async Task<string> BlockPageAsync(string host)
    {
        var page = await _browser!.NewPageAsync();
        await Should.ThrowAsync<PlaywrightException>(() => page.GotoAsync($"https://{host}/"));
        var text = await page.Locator("#main-message").InnerTextAsync();
        await page.CloseAsync();
        return text;
    }

    /// <summary>The texts of a page's frames: the hosts that they say they are of, or null.</summary>
    public async Task<IReadOnlyList<string?>> FramesAsync(string host, params string[] framed)
    {
        var page = await _browser!.NewPageAsync();
        await page.GotoAsync($"https://{host}/");
        await page.EvaluateAsync(
            "hosts => Promise.all(hosts.map(h => new Promise(end => { const f = document.createElement('iframe'); f.onload = end; f.src = `https://${h}/`; document.body.append(f); })))",
            framed);
        var texts = new List<string?>();
        foreach (var frame in page.Frames.Skip(1))
        {
            texts.Add(await frame.EvaluateAsync<string?>("() => document.getElementById('host')?.textContent ?? null"));
        }

        await page.CloseAsync();
        return texts;
    }

    /// <summary>Asks for something of one host from a page of another, as scripts and pictures are.</summary>
    public async Task FetchAsync(string host, string from)
    {
        var page = await _browser!.NewPageAsync();
        await page.GotoAsync($"https://{from}/");
        await page.EvaluateAsync("address => fetch(address, { mode: 'no-cors' })", $"https://{host}/");
        await page.CloseAsync();
    }

    /// <summary>The policies that are set, by chrome://policy: name, value, and what it says of each.</summary>
    public async Task<IReadOnlyList<PolicyRow>> PoliciesAsync()
    {
        const string Rows = """
            () => {
              const rows = [];
              const walk = root => root.querySelectorAll('*').forEach(e => {
                if (e.tagName === 'POLICY-ROW') rows.push(e.shadowRoot);
                if (e.shadowRoot) walk(e.shadowRoot);
              });
              walk(document);
              const text = (row, place) => row.querySelector(place)?.textContent.trim() ?? '';
              return rows
                .map(r => ({ name: text(r, '#name'), value: text(r, '.value.row .value'), level: text(r, '.policy.row .level'), status: text(r, '.policy.row .messages') }))
                .filter(r => r.level !== '');
            }
            """;
        var page = await _browser!.NewPageAsync();
        await page.GotoAsync("chrome://policy/");
        var rows = Array.Empty<PolicyRow>();
        for (var i = 0; i < 100 && rows.Length == 0; i++)
        {
            rows = await page.EvaluateAsync<PolicyRow[]>(Rows);
            await Task.Delay(100);
        }

        await page.CloseAsync();
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _site.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A line of chrome://policy.</summary>
internal sealed class PolicyRow
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";

    public string Level { get; set; } = "";

    public string Status { get; set; } = "";
}
