namespace Rosewood.PolicyAdmin.Traffic.Formats.Bind;

/// <summary>How BIND's own lines begin behind their time.</summary>
internal static class BindWords
{
    /// <summary>Whether a line's first two words are BIND's: its category and how grave it is, in either order, or the client that it is about.</summary>
    public static bool Begin(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) => first is [.., (byte)':']
        ? IsSeverity(first) || IsSeverity(second) || second.SequenceEqual("client"u8)
        : first.SequenceEqual("client"u8) && (second.StartsWith("@0x"u8) || second.Contains((byte)'#'));

    /// <summary>No other program puts one of these before or behind a category.</summary>
    private static bool IsSeverity(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("info:"u8) || word.SequenceEqual("notice:"u8) || word.SequenceEqual("warning:"u8) || word.SequenceEqual("error:"u8) || word.SequenceEqual("critical:"u8) || word.SequenceEqual("debug"u8);
}
