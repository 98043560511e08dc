namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>What a resolver does with a host and with everything under it, up to the next rule below.</summary>
/// <param name="Host">Lower-case A-labels.</param>
/// <param name="Action">What it does.</param>
internal sealed record DnsRule(string Host, DnsAction Action);

/// <summary>What becomes of a question.</summary>
internal enum DnsAction
{
    /// <summary>Answered as if there were no block.</summary>
    Open,

    /// <summary>No such name, or the target's block address.</summary>
    Block,

    /// <summary>No such name, whatever the block address: signals are read by programs.</summary>
    NoName,

    /// <summary>The name exists without data.</summary>
    NoData,
}
