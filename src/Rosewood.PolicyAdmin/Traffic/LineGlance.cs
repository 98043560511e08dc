namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// What the fast path needs to know of a line to drop it: nothing here allocates. The host is a slice of the line
/// (or of the reader's own buffer) and is valid until the reader's next call.
/// </summary>
internal ref struct LineGlance
{
    /// <summary>When the line was written, seconds since 1970 UTC.</summary>
    public long UnixSeconds;

    /// <summary>The destination's host without port, userinfo, brackets and trailing dot; any case; empty when the line shows none.</summary>
    public ReadOnlySpan<byte> Host;

    /// <summary>Whether the line names a user.</summary>
    public bool HasUser;

    /// <summary>Whether the line is no request that could count (<see cref="LogAction.Other"/>).</summary>
    public bool IsOther;

    /// <summary>Whether the traffic is QUIC, which a proxy can't look into.</summary>
    public bool IsQuic;

    /// <summary>As in <see cref="LogFields.IsNote"/>: nothing else is set.</summary>
    public bool IsNote;

    /// <summary>As in <see cref="LogFields.IsAnswer"/>.</summary>
    public bool IsAnswer;

    /// <summary>As in <see cref="LogFields.IsOpenVerdict"/>.</summary>
    public bool IsOpenVerdict;

    /// <summary>The application, as in <see cref="LogFields.Application"/>.</summary>
    public ReadOnlySpan<byte> Application;

    /// <summary>The filter's category, as in <see cref="LogFields.Category"/>.</summary>
    public ReadOnlySpan<byte> Category;
}
