using System.Text.RegularExpressions;

namespace Rosewood.PolicyAdmin.Correspondence.Signatures;

/// <summary>How patterns look at a line of a message.</summary>
internal static class LinePattern
{
    public const RegexOptions Exact = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    public const RegexOptions AnyCase = Exact | RegexOptions.IgnoreCase;

    /// <summary>Milliseconds; a line is short, and needs none of them.</summary>
    public const int Patience = 1000;
}
