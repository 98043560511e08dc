using Rosewood.PolicyAdmin.Correspondence;
using static Rosewood.PolicyAdmin.Tests.Correspondence.MailSchool;

namespace Rosewood.PolicyAdmin.Tests.Correspondence;

public sealed class MeasureOfficialCorrespondenceTests
{
    [Fact]
    public async Task Teams_are_measured_small_ones_are_hidden_and_private_channels_are_named()
    {
        var staff = string.Concat(Enumerable.Range(1, 6).Select(i => $"t{i}@rosewood.example,Teacher Number{i},Teacher,t{i},\n")) + string.Concat(Enumerable.Range(1, 6).Select(i => $"u{i}@rosewood.example,Support Number{i},Support,u{i},\n"));
        using var school = await OpenAsync(moreStaff: staff);
        for (var day = 1; day <= 9; day++)
        {
            school.Sent($"2026-11-0{day}T09:00:00Z", "t1@rosewood.example", $"s{day}@x.example", Mother, Father)
                .Sent($"2026-11-0{day}T10:00:00Z", Two, $"r{day}@x.example", "t2@rosewood.example")
                .Sent($"2026-11-0{day}T11:00:00Z", DanielOwn, $"p{day}@x.example", Mother)
                .Sent($"2026-11-0{day}T11:00:00Z", "u1@rosewood.example", $"u{day}@x.example", Mother);
        }

        await school.RunAsync();
        var sink = await school.Workspace.RunAsync(new MeasureOfficialCorrespondence { MessageTrace = [Path.Combine(school.Workspace.Folder, "trace.csv")] });
        var teams = sink.Of<OfficialCorrespondence>().ToList();
        teams[^1].ShouldBe(new OfficialCorrespondence("All", 19, 18, 9, 27, 9, 0.75));
        teams.Single(t => string.Equals(t.Team, "HeadTeacher", StringComparison.Ordinal)).ShouldBe(new OfficialCorrespondence("HeadTeacher", null, null, null, null, null, null));
        sink.Warnings[0].ShouldStartWith("Private channels cannot be seen");
        sink.Warnings[1].ShouldStartWith("Counts under 5");
    }

    [Fact]
    public void A_total_never_gives_a_hidden_count_away()
    {
        SmallCells.Hide([20, 3, 9, 0], _ => false).ShouldBe([20, null, null, 0]);
        SmallCells.Hide([20, 1, 1, 30], _ => false).ShouldBe([null, null, null, 30]);
        SmallCells.Hide([20, 9, 0], _ => false).ShouldBe([20, 9, 0]);
        SmallCells.Hide([20, 9], i => i == 1).ShouldBe([null, null]);
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var counts = Enumerable.Range(0, random.Next(2, 8)).Select(_ => random.Next(3) == 0 ? random.Next(6) : random.Next(60)).ToArray();
            var shown = SmallCells.Hide(counts, _ => false);
            shown.ShouldAllBe(c => c == null || c == 0 || c >= SmallCells.Least);
            var hidden = Enumerable.Range(0, counts.Length).Where(c => shown[c] is null).ToList();
            if (hidden.Count > 0 && hidden.Count < counts.Length)
            {
                hidden.Count.ShouldBeGreaterThan(1);
                hidden.Sum(c => counts[c]).ShouldBeGreaterThanOrEqualTo(SmallCells.Least);
            }
        }
    }
}
