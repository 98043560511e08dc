using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Samples;

namespace Rosewood.PolicyAdmin.Tests.Samples;

/// <summary>The demo fortnight's log, made once for the tests of a class.</summary>
public sealed class DemoLog
{
    public DemoLog()
    {
        using var stream = new MemoryStream();
        Written = DemoTraffic.Write(stream, DemoStories.FirstDay, 14);
        Bytes = stream.ToArray();
        Text = Encoding.UTF8.GetString(Bytes);
        Lines = Text.Split('\n')[..^1];
        Whole = [.. Lines.Where(l => !DemoOutage.Malformed.Contains(l, StringComparer.Ordinal)).Select(DemoLine.Parse)];
    }

    public long Written { get; }

    public byte[] Bytes { get; }

    public string Text { get; }

    public string[] Lines { get; }

    internal DemoLine[] Whole { get; }
}

/// <summary>A line of it, read in the plainest way: not by the product's own reader.</summary>
internal sealed record DemoLine(string Text, DateTimeOffset At, string Client, string Result, string Host, string? User)
{
    /// <summary>The proxy asks for a login.</summary>
    public bool IsChallenge => string.Equals(Result, "TCP_DENIED/407", StringComparison.Ordinal);

    /// <summary>The proxy refuses.</summary>
    public bool IsRefused => string.Equals(Result, "TCP_DENIED/403", StringComparison.Ordinal);

    public bool IsFrom(string address, string? user) =>
        string.Equals(Client, address, StringComparison.Ordinal) && string.Equals(User, user, StringComparison.Ordinal);

    public static DemoLine Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = DateTimeOffset.UnixEpoch.AddMilliseconds((double)(decimal.Parse(fields[0], CultureInfo.InvariantCulture) * 1000));
        var url = fields[6];
        var host = url.Contains("://", StringComparison.Ordinal) ? new Uri(url).Host : url.Split(':')[0];
        return new DemoLine(text, at, fields[2], fields[3], host, fields[7] is "-" ? null : fields[7]);
    }
}
