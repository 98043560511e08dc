namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// Everything a line says, as slices of its bytes: a hit is read from it without a string for what is not kept.
/// Slices are valid until the reader's next call. Empty means that the line has no such field.
/// </summary>
internal ref struct LogFields
{
    /// <summary>When the request began, UTC ticks.</summary>
    public long StartTicks;

    /// <summary>When it ended, which is when most logs write their line, UTC ticks.</summary>
    public long EndTicks;

    /// <summary>The user as written.</summary>
    public ReadOnlySpan<byte> User;

    /// <summary>Whether the user is percent-encoded.</summary>
    public bool UserIsEncoded;

    /// <summary>The client's address or name.</summary>
    public ReadOnlySpan<byte> SourceAddress;

    /// <summary>The address that was asked, or that of the parent proxy.</summary>
    public ReadOnlySpan<byte> DestinationAddress;

    /// <summary>The destination's host, as in <see cref="LineGlance.Host"/>.</summary>
    public ReadOnlySpan<byte> Host;

    /// <summary>The address asked for, as written.</summary>
    public ReadOnlySpan<byte> Url;

    /// <summary>The referring page, as written.</summary>
    public ReadOnlySpan<byte> Referrer;

    /// <summary>The application that the device named.</summary>
    public ReadOnlySpan<byte> Application;

    /// <summary>The filter's category.</summary>
    public ReadOnlySpan<byte> Category;

    /// <summary>The device's name or MAC address.</summary>
    public ReadOnlySpan<byte> Device;

    /// <summary>What became of it.</summary>
    public LogAction Action;

    /// <summary>Bytes to the client.</summary>
    public long Bytes;

    /// <summary>A header, a comment, or a record of another kind that the format defines: neither an event nor malformed. Nothing else is set.</summary>
    public bool IsNote;

    /// <summary>Whether the traffic is QUIC, which a proxy can't look into.</summary>
    public bool IsQuic;

    /// <summary>
    /// Whether the line says that an earlier query of the same log was refused, as resolvers do in a line of its own: it is
    /// <see cref="LogAction.Blocked"/>, and where it names no client that is the query's.
    /// </summary>
    public bool IsAnswer;

    /// <summary>Whether the line has a verdict in a word that is not known, so that it counts as neither (<see cref="LogAction.Other"/>).</summary>
    public bool IsOpenVerdict;

    /// <summary>The format of this line, where a log holds several; null: the reader's.</summary>
    public string? Format;
}
