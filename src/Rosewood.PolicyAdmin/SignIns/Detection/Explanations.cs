using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Says which innocent explanations were tested for a finding, and why they do not hold or could not be tested.</summary>
internal static class Explanations
{
    /// <summary>In words for a person.</summary>
    public static IReadOnlyList<string> Of(AccountCase account, HashSet<SignInEvidenceKind> kinds)
    {
        var all = new List<string>();
        var conflicts = account.Conflicts;
        if (conflicts.Any(c => c.Kind == ConflictKind.Rooms))
        {
            var rooms = conflicts.Where(c => c.Kind == ConflictKind.Rooms).ToList();
            all.Add("One person with two devices side by side: no, both computers stand in rooms and stay there. " + (
                rooms.TrueForAll(c => account.Apart.Contains(c.Pair)) ? "They are not neighbours: others take longer from one to the other."
                : rooms.TrueForAll(c => c.IsBetweenKnownRooms) ? "The inventory has them in different rooms. Whether these are next to each other is not known; ask."
                : "Whether they are neighbours is not known; ask, and fill the inventory's Room."));
        }

        if (conflicts.Any(c => c.Kind == ConflictKind.Colleague))
        {
            all.Add("The person's own laptop beside another: no, one of the computers is a colleague's.");
        }

        if (conflicts.Any(c => c.Kind is ConflictKind.SchoolAndOutside or ConflictKind.TwoOutside))
        {
            all.Add("A phone, a carrier's, a VPN's or a shared address: no, such were left out; the other place is one that the account settled in by a computer.");
            all.Add(account.Whereabouts switch
            {
                { CouldNotExcludeRemote: true } => "Remote desktop: at computers without a log of their own it cannot be excluded, and what might be it was left out.",
                { FoundRemote: true } => "Remote desktop: some sessions were found and left out; what counts has none.",
                _ => "Remote desktop: no, the computers' own logs have no session at those times.",
            });
        }

        if (kinds.Contains(SignInEvidenceKind.Overlap) || kinds.Contains(SignInEvidenceKind.Alternation))
        {
            all.Add(conflicts.All(c => Compared(c.Before) && Compared(c.Between))
                ? "A wrong clock: no, the computers' clocks were compared with Entra's and put right."
                : "A wrong clock: not every clock could be compared with Entra's. Check the clocks of the computers named here before you speak with anybody.");
            all.Add("Programs in the background: no, only sign-ins and unlocks by a person count.");
        }

        if (kinds.Contains(SignInEvidenceKind.ForeignDevice))
        {
            all.Add(account.PlainForeignDays > 0
                ? $"A borrowed computer or cover for a colleague: {Days(account.PlainForeignDays)} of that kind were left out; on the days that count the computer's owner was at it too."
                : "A borrowed computer or cover for a colleague: no, the computer's owner was at it too.");
            all.Add("A colleague who showed something: it happens, which is why one or two days weigh little.");
        }

        if (kinds.Contains(SignInEvidenceKind.Absence))
        {
            all.Add("Work from home while absent: no, the computers stay in school. A record of absence that is wrong cannot be told from here.");
        }

        if (kinds.Contains(SignInEvidenceKind.PhoneAway))
        {
            all.Add("A forgotten phone: it happens, which is why a few days weigh little. A tablet that lives at home: no, the device goes along on other days.");
        }

        if (kinds.Contains(SignInEvidenceKind.LaptopAway))
        {
            all.Add("A laptop left at home or broken: it cannot be told from here, and weighs only on days that are in question for another reason.");
        }

        if (kinds.Contains(SignInEvidenceKind.HandOver))
        {
            all.Add("The person's own old device after a change of password: no, it is not the account's own device.");
        }

        if (kinds.Contains(SignInEvidenceKind.SecondFactor))
        {
            all.Add("An attack on the account: prompts from other countries and from addresses that tried several accounts were left out. Ask the person all the same whether they refused a prompt.");
        }

        all.AddRange(account.Explained.Select(e => $"Left out beside it: {e}."));
        return all;
    }

    private static bool Compared(Sighting sighting) => sighting.Stream.Network.Kind != PlaceKind.AtDevice || sighting.Device.IsClockKnown;

    private static string Days(int days) => days == 1 ? "1 day" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{days} days");
}
