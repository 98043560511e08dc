using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Tests.SignIns.Detection.Traps;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection;

/// <summary>Schools whose inventory gives no device to anybody, or that have none: what is innocent stays so, and plain sharing is still seen.</summary>
public sealed class PoorInventoryTests
{
    private static readonly IReadOnlyList<Trap> Traps = [.. OwnDeviceTraps.All, .. NetworkTraps.All, .. RoomTraps.All, .. AbsenceTraps.All];

    public static TheoryData<string> Names => [.. Traps.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_innocent_is_not_shared_where_the_inventory_names_nobody(string name)
    {
        var script = Traps.Single(t => string.Equals(t.Name, name, StringComparison.Ordinal)).Innocent();
        script.Inventory = static d => d with { AssignedUser = null };
        ShouldHoldNoShared(script);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_innocent_is_not_shared_without_an_inventory(string name)
    {
        var script = Traps.Single(t => string.Equals(t.Name, name, StringComparison.Ordinal)).Innocent();
        script.Inventory = static _ => null;
        ShouldHoldNoShared(script);
    }

    /// <summary>A computer that only one person uses may be a laptop: without an inventory that says otherwise, being beside it proves nothing.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sharing_at_a_desk_that_may_be_a_laptop_accuses_nobody_else(bool onLaptop)
    {
        var script = SignInScript.School("ana");
        (onLaptop ? SharingStories.OnColleaguesLaptop : SharingStories.ColleagueAtOwnDesk).Tell(script, _ => "ROOM-1");
        script.Ordinary("ana", "ROOM-1");
        script.Inventory = static d => d with { AssignedUser = null };
        script.Detect().Findings.ShouldAllBe(f => f.Account == "Ana");
    }

    [Fact]
    public void Sharing_at_a_desk_is_found_as_soon_as_the_inventory_names_one_user()
    {
        var script = SignInScript.School("ana");
        SharingStories.ColleagueAtOwnDesk.Tell(script, _ => "ROOM-1");
        script.Ordinary("ana", "ROOM-1").Laptop("LT-IDA", "ida").SignsIn(3, "09:00", "ida", "LT-IDA", SignInPlace.School);
        var findings = script.Detect().Findings;
        findings.Where(f => f.Verdict == SharedCredentialVerdict.Shared).ShouldHaveSingleItem(InnocentExplanationTests.Describe(findings)).Account.ShouldBe("Ana");
    }

    private static void ShouldHoldNoShared(SignInScript script)
    {
        var findings = script.Detect().Findings;
        findings.Where(f => f.Verdict == SharedCredentialVerdict.Shared).ShouldBeEmpty(InnocentExplanationTests.Describe(findings));
    }
}
