using Rosewood.PolicyAdmin.Enforcement;

namespace Rosewood.PolicyAdmin.Reporting.Printing;

/// <summary>Finds an installed browser that prints: Chromium, Chrome or Edge.</summary>
internal static class PdfBrowser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable", "chrome", "msedge"];

    private static readonly string[] Places =
    [
        @"Microsoft\Edge\Application\msedge.exe",
        @"Google\Chrome\Application\chrome.exe",
        @"Chromium\Application\chrome.exe",
    ];

    private static readonly string[] MacPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];

    /// <summary>The first that is on the PATH or in its usual place; null: none.</summary>
    public static string? Find() => Names.Select(ToolRunner.Find).OfType<string>().FirstOrDefault() ?? Usual().FirstOrDefault(File.Exists);

    private static IEnumerable<string> Usual() => OperatingSystem.IsWindows()
        ? new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData }
            .Select(Environment.GetFolderPath)
            .Where(static f => f.Length > 0)
            .SelectMany(static f => Places.Select(p => Path.Combine(f, p)))
        : OperatingSystem.IsMacOS() ? MacPlaces : [];
}
