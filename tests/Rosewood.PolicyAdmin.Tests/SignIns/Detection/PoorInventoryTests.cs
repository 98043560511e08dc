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

    [Fact]
    public void A_colleague_at_the_own_desk_is_found_where_the_inventory_names_nobody() => ShouldFind(SharingStories.ColleagueAtOwnDesk);

    [Fact]
    public void A_friend_elsewhere_is_found_where_the_inventory_names_nobody() => ShouldFind(SharingStories.FriendElsewhere);

    [Fact]
    public void A_password_handed_over_again_is_found_where_the_inventory_names_nobody() => ShouldFind(SharingStories.HandedOverAgain);

    [Fact]
    public void A_colleagues_laptop_is_found_where_the_inventory_names_nobody() => ShouldFind(SharingStories.OnColleaguesLaptop);

    private static void ShouldFind(SharingStory story)
    {
        var script = SignInScript.School("ana");
        story.Tell(script, _ => "ROOM-1");
        script.Ordinary("ana", "ROOM-1");
        script.Inventory = static d => d with { AssignedUser = null };
        var findings = script.Detect().Findings;
        findings.Where(f => f.Verdict == SharedCredentialVerdict.Shared).ShouldHaveSingleItem(InnocentExplanationTests.Describe(findings)).Account.ShouldBe("Ana");
    }

    private static void ShouldHoldNoShared(SignInScript script)
    {
        var findings = script.Detect().Findings;
        findings.Where(f => f.Verdict == SharedCredentialVerdict.Shared).ShouldBeEmpty(InnocentExplanationTests.Describe(findings));
    }
}
