using Rosewood.PolicyAdmin.SignIns.Model;
using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Timeline;

public sealed class ActivityStreamTests
{
    /// <summary>More moments than fit before the first compaction and the next ones, each several times, in any order.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Moments_are_kept_once_and_in_order_whatever_the_order_of_rows(int seed)
    {
        var random = new Random(seed);
        var slots = Enumerable.Range(0, 5000).Select(_ => random.Next(2000)).ToList();
        var stream = new ActivityStream(new SignInDevice("PC", DeviceKind.Computer, assignedUser: null, isInventoried: false), new SignInNetwork(default, configured: null));
        foreach (var slot in slots)
        {
            stream.Add(At(slot));
            if (random.Next(50) == 0)
            {
                stream.Add(At(slot));
            }
        }

        int[] kept = [.. stream.InOrder().ToArray().Select(m => m.Slot)];
        kept.ShouldBe(slots.Distinct().Order());
    }

    [Fact]
    public void A_row_in_every_slot_read_over_and_over_takes_the_room_of_one()
    {
        var stream = new ActivityStream(new SignInDevice("PC", DeviceKind.Computer, assignedUser: null, isInventoried: false), new SignInNetwork(default, configured: null));
        for (var round = 0; round < 20; round++)
        {
            for (var slot = 0; slot < Moment.SlotsPerDay; slot++)
            {
                stream.Add(At(slot));
            }
        }

        stream.InOrder().Length.ShouldBe(Moment.SlotsPerDay);
    }

    private static Moment At(int slot) => new(slot, MomentKind.Present, SignInSource.Entra, isLogon: false);
}
