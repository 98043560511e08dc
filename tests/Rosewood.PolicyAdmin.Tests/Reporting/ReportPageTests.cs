using Microsoft.Playwright;
using Rosewood.PolicyAdmin.Tests.Reporting.Audiences;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

/// <summary>The report in a real browser.</summary>
public sealed class ReportPageTests(ReportBrowser browser) : IClassFixture<ReportBrowser>
{
    private static readonly int[] Widths = [320, 390, 736, 1000, 1280, 1600];

    [Fact]
    public async Task Nothing_overflows_from_a_phone_to_a_wide_screen()
    {
        foreach (var html in Pages())
        {
            await using var report = await browser.OpenAsync(html);
            foreach (var width in Widths)
            {
                await report.Page.SetViewportSizeAsync(width, 900);
                var overflow = await report.OverflowAsync();
                (overflow.Length == 0).ShouldBeTrue($"width {width}: {overflow}");
            }
        }
    }

    [Fact]
    public async Task Nothing_overflows_on_paper()
    {
        foreach (var html in Pages())
        {
            // A4 between its margins of 15 mm: 180 mm.
            await using var report = await browser.OpenAsync(html, width: 680, media: Media.Print);
            var overflow = await report.OverflowAsync();
            (overflow.Length == 0).ShouldBeTrue(overflow);
            (await report.Page.Locator("nav").IsVisibleAsync()).ShouldBeFalse();
            (await report.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('table')).display")).ShouldBe("table");
        }
    }

    [Fact]
    public async Task Opening_it_asks_no_other_host_and_runs_nothing()
    {
        foreach (var html in Pages())
        {
            await using var report = await browser.OpenAsync(html);
            await report.Page.EvaluateAsync("() => window.scrollTo(0, document.body.scrollHeight)");
            await report.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            report.Requests.ShouldAllBe(url => url.StartsWith("file:", StringComparison.Ordinal));
            report.Ran.ShouldBeEmpty();
            (await report.Page.EvaluateAsync<bool>("() => 'pwned' in window")).ShouldBeFalse();
            (await report.Page.EvaluateAsync<int>("() => document.scripts.length")).ShouldBe(0);
            (await report.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => /^on/i.test(a.name) || /^\\s*javascript:/i.test(a.value)).length")).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Its_policy_stops_a_script_even_if_one_got_in()
    {
        var html = SampleReport.Html(SampleReport.Fixed).Replace("</main>", "<script>window.pwned = 1</script><img src=x onerror=\"window.pwned = 1\"></main>", StringComparison.Ordinal);
        await using var report = await browser.OpenAsync(html);
        (await report.Page.EvaluateAsync<bool>("() => 'pwned' in window")).ShouldBeFalse();
    }

    [Fact]
    public async Task Axe_finds_no_violation_in_light_dark_wide_or_narrow()
    {
        var axe = await File.ReadAllTextAsync(AxePath());
        (string Html, ColorScheme Scheme, int Width)[] looks =
        [
            // An opened page holds what a closed one does.
            (Ordinary, ColorScheme.Dark, 1280), (Ordinary, ColorScheme.Light, 390),
            (Hostile, ColorScheme.Light, 1280), (Opened(Ordinary), ColorScheme.Light, 1280), (Opened(Ordinary), ColorScheme.Dark, 390), (Empty, ColorScheme.Dark, 390),
            (Full, ColorScheme.Light, 1280), (Lead, ColorScheme.Dark, 1280), (Officer, ColorScheme.Light, 390), (Governors, ColorScheme.Light, 1280), (Governors, ColorScheme.Dark, 390),
        ];
        foreach (var (html, scheme, width) in looks)
        {
            await using var report = await browser.OpenAsync(html, width, scheme);
            await report.Page.EvaluateAsync(axe + "\n;0");
            var violations = await report.Page.EvaluateAsync<string>(
                """
                async () => {
                  const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] });
                  if (result.passes.length < 20) return 'axe looked at too little';
                  return result.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3).join(' | ')).join('\n');
                }
                """);
            (violations.Length == 0).ShouldBeTrue($"{scheme}, {width} px: {violations}");
        }
    }

    [Fact]
    public async Task The_keyboard_reaches_the_report_by_its_skip_link()
    {
        await using var report = await browser.OpenAsync(SampleReport.Html(SampleReport.Fixed));
        await report.Page.Keyboard.PressAsync("Tab");
        (await report.Page.EvaluateAsync<string>("() => document.activeElement.className")).ShouldBe("skip");
        (await report.Page.Locator(".skip").BoundingBoxAsync())!.Y.ShouldBeGreaterThanOrEqualTo(0);
        await report.Page.Keyboard.PressAsync("Enter");
        (await report.Page.EvaluateAsync<string>("() => location.hash")).ShouldBe("#report");
    }

    private static string Ordinary { get; } = SampleReport.Html(SampleReport.Fixed);

    private static string Hostile { get; } = SampleReport.Html(HostileReport.Full);

    private static string Empty { get; } = SampleReport.Html(SampleReport.Build(SampleReport.Material with { Coverage = [], Grants = [], StandingHolders = [], Controls = [] }, []));

    private static string Full { get; } = SampleReport.Html(AudienceSample.Slt);

    private static string Lead { get; } = AudienceSample.Html(ReportRecipientGroup.Dsl);

    private static string Officer { get; } = AudienceSample.Html(ReportRecipientGroup.Dpo);

    private static string Governors { get; } = AudienceSample.Html(ReportRecipientGroup.Governors);

    private static string AxePath()
    {
        var path = Path.Combine(Repository.Root, "tests", "node_modules", "axe-core", "axe.min.js");
        File.Exists(path).ShouldBeTrue("axe-core is not installed: run scripts/test.sh, or npm ci --prefix tests");
        return path;
    }

    private static string[] Pages() => [Ordinary, Opened(Ordinary), Opened(Hostile), Empty, Full, Lead, Officer, Governors];

    /// <summary>With the tables behind the pictures unfolded.</summary>
    private static string Opened(string html)
    {
        html.ShouldContain("<details>");
        return html.Replace("<details>", "<details open=\"\">", StringComparison.Ordinal);
    }
}
