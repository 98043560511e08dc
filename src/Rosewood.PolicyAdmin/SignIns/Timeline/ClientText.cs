namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>What Entra's free texts about a client come to, without versions.</summary>
internal static class ClientText
{
    private static readonly (string Text, string Family, DeviceKind Kind)[] Systems =
    [
        ("ios", "iOS", DeviceKind.Phone),
        ("ipad", "iOS", DeviceKind.Phone),
        ("iphone", "iOS", DeviceKind.Phone),
        ("android", "Android", DeviceKind.Phone),
        ("windows phone", "Windows Phone", DeviceKind.Phone),
        ("windows", "Windows", DeviceKind.Computer),
        ("mac", "macOS", DeviceKind.Computer),
        ("chrome", "ChromeOS", DeviceKind.Computer),
        ("linux", "Linux", DeviceKind.Computer),
    ];

    /// <summary>The family of an operating system and what runs it; an unknown text is a computer's.</summary>
    public static (string Family, DeviceKind Kind) SystemOf(string? operatingSystem)
    {
        foreach (var (text, family, kind) in Systems)
        {
            if (operatingSystem?.StartsWith(text, StringComparison.OrdinalIgnoreCase) == true)
            {
                return (family, kind);
            }
        }

        return ("unknown", DeviceKind.Computer);
    }

    /// <summary>A browser or program without its version: <c>Chrome 119.0.0</c> is <c>Chrome</c>.</summary>
    public static string BrowserOf(string? browser)
    {
        if (browser is null)
        {
            return "";
        }

        var end = browser.AsSpan().IndexOfAnyInRange('0', '9');
        return (end < 0 ? browser : browser[..end]).TrimEnd(' ', '/', '(', 'v');
    }
}
