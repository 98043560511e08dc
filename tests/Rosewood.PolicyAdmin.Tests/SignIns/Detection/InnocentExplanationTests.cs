using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Tests.SignIns.Detection.Traps;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection;

/// <summary>Each innocent explanation of docs and design by itself, and its guilty twin: the same person's same behaviour beside real sharing.</summary>
public sealed class InnocentExplanationTests
{
    private static readonly IReadOnlyList<Trap> Traps = [.. OwnDeviceTraps.All, .. NetworkTraps.All, .. RoomTraps.All, .. AbsenceTraps.All];

    public static TheoryData<string> Names => [.. Traps.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_innocent_is_not_reported(string name)
    {
        var trap = Find(name);
        var findings = trap.Innocent().Detect().Findings;
        findings.Where(f => f.Verdict == SharedCredentialVerdict.Shared || !trap.MayBeAsked).ShouldBeEmpty(Describe(findings));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_guilty_twin_is_reported_for_the_sharing(string name)
    {
        var trap = Find(name);
        var findings = trap.Guilty().Detect().Findings;
        var shared = findings.Where(f => f.Verdict == SharedCredentialVerdict.Shared).ToList();
        shared.ShouldHaveSingleItem(Describe(findings)).Account.ShouldBe("Ana");
        foreach (var kind in trap.Story.Kinds)
        {
            shared[0].Evidence.Select(e => e.Kind).ShouldContain(kind, Describe(findings));
        }

        shared[0].Devices.ShouldContain(d => string.Equals(d, trap.Story.Device, StringComparison.Ordinal), Describe(findings));

        // What weighs most is the sharing; the trap may stand beside it with little.
        shared[0].Evidence.Take(2).ShouldContain(e => e.Detail.Contains(trap.Story.Device, StringComparison.Ordinal), Describe(findings));
    }

    internal static string Describe(IEnumerable<SharedCredentialUse> findings) => string.Join('\n', findings.Select(f =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{f.Account} {f.Verdict} {f.Likelihood}: {string.Join("; ", f.Evidence.Select(e => $"{e.Kind} {e.Days}d {e.LogLikelihoodRatio} {e.Detail}"))} [{string.Join(", ", f.Devices)}]")));

    private static Trap Find(string name) => Traps.Single(t => string.Equals(t.Name, name, StringComparison.Ordinal));
}
