using Rosewood.PolicyAdmin.Simulation;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Tests.Simulation;

[Collection(TwentySchools.Name)]
public sealed class PlacesTests(TwentySchools schools)
{
    [Fact]
    public void Nobody_is_at_two_places_at_once()
    {
        foreach (var school in schools.All)
        {
            foreach (var person in Acts(school).GroupBy(a => a.Actor))
            {
                var acts = person.OrderBy(a => a.At).ToList();
                for (var i = 1; i < acts.Count; i++)
                {
                    var least = Itinerary.Gap(acts[i - 1].Place, acts[i].Place);
                    (acts[i].At - acts[i - 1].At).ShouldBeGreaterThanOrEqualTo(least, $"{person.Key} in {acts[i - 1].Place.Name} and {acts[i].Place.Name}, seed {school.Options.Seed}");
                }
            }
        }
    }

    [Fact]
    public void Hands_are_at_the_machine_unless_it_is_a_remote_desktop()
    {
        foreach (var school in schools.All)
        {
            var elsewhere = school.SignIns.Where(s => s.Actor is not null && s.Device.StandsIn is { } room && room != s.Place).ToList();
            elsewhere.ShouldAllBe(s => s.Actor!.Does(Behaviour.RemoteDesktop) && s.Place == s.Actor.Home);
            school.SecurityEvents
                .Where(e => e.Actor is not null && e.Device.StandsIn is { } room && room != e.Place)
                .ShouldAllBe(e => e.LogonType == 10 || e.Id == 4778 || e.Id == 4779);
        }
    }

    [Fact]
    public void An_honest_account_is_never_worked_with_in_two_rooms_within_a_minute()
    {
        foreach (var school in schools.All)
        {
            foreach (var truth in school.Truth.Where(t => !t.IsShared))
            {
                var inRooms = school.SecurityEvents
                    .Where(e => e.Account == truth.Account && e.Id == 4624 && e.LogonType is 2 or 7 && e.Actor is not null && Math.Abs(e.Device.ClockOffset) < 5000)
                    .OrderBy(e => e.Shown)
                    .ToList();
                for (var i = 1; i < inRooms.Count; i++)
                {
                    var isMove = inRooms[i].Place.IsInSchool && inRooms[i - 1].Place.IsInSchool && inRooms[i].Place != inRooms[i - 1].Place;
                    (isMove && inRooms[i].Shown - inRooms[i - 1].Shown < 60_000).ShouldBeFalse($"{truth}, seed {school.Options.Seed}");
                }
            }
        }
    }

    [Fact]
    public void An_honest_account_is_never_worked_with_in_a_room_and_outside_within_ten_minutes()
    {
        foreach (var school in schools.All)
        {
            var inRooms = school.SecurityEvents.Where(e => e.Account is not null && e.LogonType is 2 or 7 && e.Id == 4624 && e.Place.IsInSchool && e.Device.Kind == DeviceKind.RoomPc).ToLookup(e => e.Account!);
            var outside = school.SignIns.Where(s => s.Actor is not null && s.ErrorCode == 0 && s.Egress.Kind is EgressKind.Home or EgressKind.OtherSite or EgressKind.Abroad).ToLookup(s => s.Account);
            foreach (var truth in school.Truth.Where(t => !t.IsShared))
            {
                outside[truth.Account].Any(s => inRooms[truth.Account].Any(e => Math.Abs(e.At - s.At) < 10 * 60_000)).ShouldBeFalse($"{truth}, seed {school.Options.Seed}");
            }
        }
    }

    [Fact]
    public void Clocks_are_right_to_two_seconds_except_those_that_are_meant_to_be_wrong()
    {
        foreach (var school in schools.All)
        {
            var wrong = school.Devices.Where(d => Math.Abs(d.ClockOffset) >= 2000).ToList();
            wrong.ShouldAllBe(d => Math.Abs(d.ClockOffset) >= 120_000);
            wrong.Count.ShouldBeLessThanOrEqualTo(school.Staff.Count(p => p.Does(Behaviour.ClockOffset)));
        }
    }

    private static IEnumerable<(long At, SimulatedPerson Actor, Place Place)> Acts(SimulatedSchool school) =>
        school.SignIns.Where(s => s.Actor is not null).Select(s => (s.At, s.Actor!, s.Place))
            .Concat(school.SecurityEvents.Where(e => e.Actor is not null).Select(e => (e.At, e.Actor!, e.Place)));
}
