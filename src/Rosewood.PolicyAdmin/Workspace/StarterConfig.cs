using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>The files that a new workspace begins with.</summary>
internal static class StarterConfig
{
    private const string Prefix = "Rosewood.PolicyAdmin.Workspace.";

    /// <summary>The schema as shipped.</summary>
    public static byte[] Schema() => Resource("policy.schema.json");

    /// <summary>A commented <c>policy.json</c> with the terms around a day.</summary>
    public static string Text(string schoolName, DateOnly today)
    {
        var years = StarterTerms.YearsAround(today).ToList();
        return Encoding.UTF8.GetString(Resource("policy.starter.json"))
            .Replace("{{terms}}", Lines(years.SelectMany(StarterTerms.Terms).Select(static t => (t.Name, t.From, t.To))), StringComparison.Ordinal)
            .Replace("{{closures}}", Lines(years.SelectMany(StarterTerms.Closures).Select(static c => (c.Name, c.From, c.To))), StringComparison.Ordinal)
            .Replace("{{name}}", $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(schoolName)}\"", StringComparison.Ordinal);
    }

    private static string Lines(IEnumerable<(string Name, DateOnly From, DateOnly To)> spans) => string.Join('\n', spans.Select(static s =>
        string.Create(CultureInfo.InvariantCulture, $$"""      { "name": "{{s.Name}}", "from": "{{s.From:yyyy-MM-dd}}", "to": "{{s.To:yyyy-MM-dd}}" },""")));

    private static byte[] Resource(string name)
    {
        using var stream = typeof(StarterConfig).Assembly.GetManifestResourceStream(Prefix + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
