using System.Globalization;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Writing;

/// <summary>A Windows security identifier.</summary>
/// <param name="Text">Such as <c>S-1-5-18</c>.</param>
/// <param name="Domain">The domain's, or null for those that Windows brings.</param>
internal sealed record Sid(string Text, string? Domain)
{
    private const string School = "S-1-5-21-1004336348-1177238915-682003330";

    /// <summary>Windows itself.</summary>
    public static Sid System { get; } = new("S-1-5-18", null);

    /// <summary>Nobody, as failed logons have it.</summary>
    public static Sid Nobody { get; } = new("S-1-0-0", null);

    /// <summary>How many bytes it has.</summary>
    public int Length => 8 + (4 * (Text.Count(c => c == '-') - 2));

    public static Sid Of(SimulatedAccount account) => new(string.Create(CultureInfo.InvariantCulture, $"{School}-{account.Rid}"), School);

    /// <summary>The SID of a desktop's own account, <c>DWM-3</c> or <c>UMFD-3</c>.</summary>
    public static Sid OfMachineAccount(string name) => name is "SYSTEM" ? System : new((name.StartsWith("DWM", StringComparison.Ordinal) ? "S-1-5-90-0-" : "S-1-5-96-0-") + name[^1], null);

    public override string ToString() => Text;
}
