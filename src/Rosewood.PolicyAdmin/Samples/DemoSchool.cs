using System.Text;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>The demo school's own files, embedded in the engine: what <c>samples/demo-school/</c> holds.</summary>
public static class DemoSchool
{
    /// <summary>The configuration.</summary>
    public const string ConfigFile = "policy.json";

    /// <summary>The roster, as <c>Import-PolicyPerson</c> reads it.</summary>
    public const string StaffFile = "staff.csv";

    /// <summary>The inventory, as <c>Import-PolicyDevice</c> reads it.</summary>
    public const string DevicesFile = "devices.csv";

    private const string Prefix = "Rosewood.PolicyAdmin.Samples.DemoSchool.";

    /// <summary>The school's time zone.</summary>
    internal static TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>One of the files, as its bytes are in the repository.</summary>
    /// <param name="name"><see cref="ConfigFile"/>, <see cref="StaffFile"/> or <see cref="DevicesFile"/>.</param>
    /// <exception cref="ArgumentException">No such file.</exception>
    public static byte[] ReadFile(string name)
    {
        using var stream = typeof(DemoSchool).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new ArgumentException($"The demo school has no file '{name}'.", nameof(name));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    internal static string ReadText(string name) => Encoding.UTF8.GetString(ReadFile(name));
}
