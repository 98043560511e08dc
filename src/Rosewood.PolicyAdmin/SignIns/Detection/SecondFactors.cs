using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Finds second factors that went to the wrong person: refused here while another device got in, or answered by somebody else's phone.</summary>
internal static class SecondFactors
{
    private const int NearSlots = 10 * 60 / Moment.SlotSeconds;
    private const int FewestDays = 2;

    /// <summary>Prompts refused or not answered on one computer while another of the account got in.</summary>
    /// <param name="sightings">The account.</param>
    /// <param name="whereabouts">Where the account's person can be at once: one who gives up on one device and goes on beside it is no evidence.</param>
    /// <param name="homeCountry">The school's country; a prompt from elsewhere is an attack rather than a colleague.</param>
    public static IReadOnlyList<Observation> Find(AccountSightings sightings, Whereabouts whereabouts, string? homeCountry)
    {
        var found = new List<Observation>();
        foreach (var s in sightings.All)
        {
            if (s.Kind is not (MomentKind.SecondFactorRefused or MomentKind.SecondFactorTimedOut) || s.Device.Kind == DeviceKind.Phone || IsAttack(s.Stream.Network, homeCountry))
            {
                continue;
            }

            if (ElsewhereNear(sightings.Present, s, whereabouts) is { } other)
            {
                var how = s.Kind == MomentKind.SecondFactorRefused ? "refused" : "not answered";
                found.Add(new Observation(SignInEvidenceKind.SecondFactor, s.Slot, [s.Device, other.Device], s.Kind == MomentKind.SecondFactorRefused ? 1 : 2, $"a prompt {how} on {s.Device.Name} while {other.Device.Name} was in use")
                {
                    Marks = [s.Slot, other.Slot],
                });
            }
        }

        return found;
    }

    /// <summary>Phones that answered for the account on several days and belong, by use, to another account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="users">Who used each phone, with the number of days.</param>
    /// <param name="fromDay">The first day that counts.</param>
    /// <param name="untilDay">The first day after.</param>
    public static IReadOnlyList<(AccountTimeline Owner, int Days, int LastDay)> SharedPhones(AccountTimeline account, IReadOnlyDictionary<string, List<(AccountTimeline Account, int Days)>> users, int fromDay, int untilDay)
    {
        var found = new List<(AccountTimeline, int, int)>();
        foreach (var (phone, all) in account.Authenticators.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            var days = all.Where(d => d >= fromDay && d < untilDay).ToList();
            var top = users[phone].MaxBy(u => u.Days);
            if (days.Count >= FewestDays && top.Account != account && top.Days >= FewestDays)
            {
                found.Add((top.Account, days.Count, days.Max()));
            }
        }

        return found;
    }

    private static bool IsAttack(SignInNetwork network, string? homeCountry) =>
        network.Kind == PlaceKind.Attacker || (homeCountry is not null && network.Country is { } country && !string.Equals(country, homeCountry, StringComparison.OrdinalIgnoreCase));

    private static Sighting? ElsewhereNear(IReadOnlyList<Sighting> present, Sighting refused, Whereabouts whereabouts)
    {
        for (var i = AccountSightings.IndexAt(present, refused.Slot - NearSlots); i < present.Count && present[i].Slot <= refused.Slot + NearSlots; i++)
        {
            if (whereabouts.Between(present[i], refused) != ConflictKind.None)
            {
                return present[i];
            }
        }

        return null;
    }
}
