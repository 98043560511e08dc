using System.Runtime.CompilerServices;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

/// <summary>A test that needs Chromium; skipped, with the remedy, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private bool _needsAxe;

    public BrowserFactAttribute()
    {
        if (Browser is null)
        {
            Skip = "No Chromium here. On Debian: apt-get install chromium.";
        }
    }

    public static string? Browser { get; } = Array.Find(Places, File.Exists);

    public static string AxePath { get; } = Path.Combine(TestsFolder(), "node_modules", "axe-core", "axe.min.js");

    /// <summary>Whether it needs axe-core too.</summary>
    public bool NeedsAxe
    {
        get => _needsAxe;
        set
        {
            _needsAxe = value;
            if (value && !File.Exists(AxePath))
            {
                Skip = "axe-core is not installed. Run: npm ci --prefix tests";
            }
        }
    }

    private static string TestsFolder([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
