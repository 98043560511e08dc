using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Console.SquidHelper;

/// <summary>A parameter of <c>squid-helper</c>; the one table behind its help, its parser and its completion.</summary>
/// <param name="Name">Its name, without the dash.</param>
/// <param name="Value">What follows it, as the help shows it; null: nothing does.</param>
/// <param name="Text">What it does, in lines.</param>
internal sealed record SquidHelperParameter(string Name, string? Value, IReadOnlyList<string> Text)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SquidHelperParameter> All { get; } =
    [
        new(nameof(SquidHelperOptions.Snapshot), "FILE", ["The access.snapshot in the target's folder. Each command that changes something writes it anew, and", "the helper notices within a second. The helper reads nothing else, and never the store."]),
        new("NoConcurrency", Value: null, ["Questions come without a channel before them: for an external_acl_type without concurrency=."]),
        new(nameof(SquidHelperOptions.Tunnels), "ADDRESS:PORT", ["A loopback address at which it takes the tunnels to social media from Squid as a parent proxy, and", "closes each at the second at which it stops being authorised: Squid never asks again inside a tunnel."]),
        new(nameof(SquidHelperOptions.TunnelLimit), "SECONDS", ["No tunnel through it lives longer. Default: 3600."]),
    ];

    /// <summary>The parameter of a name, also of the beginning of one where no other begins so.</summary>
    /// <exception cref="UsageException">There is none, or there are several.</exception>
    public static SquidHelperParameter Named(string name)
    {
        var matches = All.Where(p => p.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return matches.Find(p => p.Name.Length == name.Length) ?? matches switch
        {
            [var only] => only,
            [] => throw Wrong($"There is no -{name}."),
            _ => throw Wrong($"-{name} could be {Suggestions.List(matches.Select(static p => "-" + p.Name))}."),
        };
    }

    /// <summary>Wrong usage, with where the help is.</summary>
    public static UsageException Wrong(string message) => new(message, "rosewood help squid-helper");
}
