using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection;

/// <summary>What the inventory's Room tells.</summary>
public sealed class RoomTests
{
    [Fact]
    public void Two_computers_of_one_room_are_one_persons_to_use_by_turns()
    {
        ToAndFro("Art", "art").Detect().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Two_that_may_stand_side_by_side_make_one_kind_of_evidence_only()
    {
        ToAndFro(null, "Art").Detect().Findings.ShouldHaveSingleItem().Verdict.ShouldBe(SharedCredentialVerdict.Possible);
    }

    [Fact]
    public void Between_two_rooms_a_row_of_days_is_a_finding_that_tells_them()
    {
        var finding = ToAndFro("Art", "Music").Detect().Findings.ShouldHaveSingleItem();
        finding.Verdict.ShouldBe(SharedCredentialVerdict.Shared);
        finding.InnocentExplanations.ShouldContain(e => e.Contains("in different rooms", StringComparison.Ordinal));
    }

    /// <summary>Ana's login at ROOM-1 and at ROOM-11, which nobody else uses, within half a minute on one day of each week.</summary>
    private static SignInScript ToAndFro(string? first, string? second)
    {
        var script = SignInScript.School("ana").Ordinary("ana", "ROOM-1").Room("ROOM-11");
        script.Inventory = d => d.Name switch
        {
            "ROOM-1" => d with { Room = first },
            "ROOM-11" => d with { Room = second },
            _ => d,
        };
        script.LogonsSeenByBoth = true;
        for (var day = 2; day < SignInScript.Days; day += 5)
        {
            script.Unlocks(day, "10:07:05", "ana", "ROOM-1").Unlocks(day, "10:07:20", "ana", "ROOM-11").Unlocks(day, "10:07:50", "ana", "ROOM-1");
        }

        return script;
    }
}
