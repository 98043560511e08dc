using System.Buffers;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>What a resolver's files may hold.</summary>
internal static class DnsText
{
    /// <summary>The longest name without its final dot that an owner in a zone of ours may have, the zone's own name left out: RFC 1035's 255 octets less those of <c>block.rosewood.rpz</c>.</summary>
    public const int LongestOwner = 234;

    /// <summary>
    /// How long answers about blocked names may be kept, in seconds. A minute: an opening is felt soon after its publication, and a
    /// blocked page that asks again and again still costs the resolver next to nothing.
    /// </summary>
    public const int Ttl = 60;

    private static readonly SearchValues<char> NotInPaths = SearchValues.Create("\"\\*?[]{}\r\n\t");

    /// <summary>A path inside the quotes of a configuration.</summary>
    /// <exception cref="FaultException"><c>TargetPathInvalid</c>: it holds what these languages read as something else.</exception>
    public static string Quoted(string path)
    {
        var text = OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;
        return text.AsSpan().ContainsAny(NotInPaths) || PlainText.FindHidden(text) is not null
            ? throw new Fault("TargetPathInvalid", FaultKind.InvalidArgument, path, $"A resolver's configuration can't name '{PlainText.Shorten(path)}'. Choose a path for the target without quotes, backslashes, brackets, stars and question marks.").ToException()
            : $"\"{text}\"";
    }
}
