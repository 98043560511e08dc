using System.Globalization;

namespace Rosewood.PolicyAdmin.Enforcement.Groups.Entra;

/// <summary>
/// What a group in Entra ID needs to have exactly the members that the facts give. A member whom the program did not put there and nobody
/// granted is a stranger: named always, taken out by force only.
/// </summary>
/// <param name="Steps">The changes, those that close first.</param>
/// <param name="Strangers">Members whom nobody granted, and who stay.</param>
/// <param name="Granted">The object ids that should be members.</param>
/// <param name="Unknown">Accounts on the list that the tenant lacks.</param>
internal sealed record EntraPlan(IReadOnlyList<EntraStep> Steps, IReadOnlyList<EntraMember> Strangers, IReadOnlyList<string> Granted, IReadOnlyList<string> Unknown)
{
    /// <summary>Whether it makes memberships that the tenant ends by itself.</summary>
    public bool MakesEnds => Steps.Any(static s => s.Until is not null);

    /// <summary>The changes in words, one a step.</summary>
    public IReadOnlyList<string> Words => [.. Steps.Select(static s => s.Words)];

    /// <summary>Compares. Pure.</summary>
    /// <param name="wanted">Who should be a member, with the tenant's object; null: the tenant has no such account.</param>
    /// <param name="picture">Who is.</param>
    /// <param name="ours">Object ids that the program put there.</param>
    /// <param name="timeBound">Whether memberships end by the tenant's own clock where an end is known.</param>
    /// <param name="force">Whether strangers are taken out.</param>
    /// <param name="zone">The school's zone, for words.</param>
    public static EntraPlan Of(
        IReadOnlyList<(GroupEntry Entry, EntraMember? Member)> wanted,
        EntraPicture picture,
        IReadOnlySet<string> ours,
        bool timeBound,
        bool force,
        TimeZoneInfo zone)
    {
        var known = wanted.Where(static w => w.Member is not null).Select(static w => (w.Entry, Member: w.Member!)).ToList();
        var granted = known.Select(static w => w.Member.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others = picture.Members.Where(m => !granted.Contains(m.Id)).ToList();
        var steps = new List<EntraStep>();
        foreach (var member in others.Where(m => force || ours.Contains(m.Id)))
        {
            var why = ours.Contains(member.Id) ? "whose grant has ended" : "whom nobody granted";
            steps.Add(new EntraStep(EntraStepKind.Remove, member, Until: null, $"take out {member.Words}, {why}"));
        }

        foreach (var (entry, member) in known)
        {
            if (Step(entry, member, picture, timeBound ? Whole(entry.Until) : null, zone) is { } step)
            {
                steps.Add(step);
            }
        }

        return new(
            steps,
            [.. others.Where(m => !force && !ours.Contains(m.Id))],
            [.. granted],
            [.. wanted.Where(static w => w.Member is null).Select(static w => w.Entry.Account)]);
    }

    private static EntraStep? Step(GroupEntry entry, EntraMember member, EntraPicture picture, DateTimeOffset? until, TimeZoneInfo zone)
    {
        var end = until is { } at ? string.Create(CultureInfo.InvariantCulture, $" until {TimeZoneInfo.ConvertTime(at, zone):yyyy-MM-dd HH:mm:ss}, by the tenant's own clock") : "";
        var what = $"{member.Words}, {entry.Grants}{end}";
        var step = !picture.Has(member.Id) ? (EntraStepKind.Add, $"add {what}")
            : until is null ? (picture.Ends.ContainsKey(member.Id) ? (EntraStepKind.Convert, $"keep {what} without an end in the tenant") : ((EntraStepKind, string)?)null)
            : picture.EndsAt(member.Id, until.Value) ? null
            : picture.Ends.ContainsKey(member.Id) ? (EntraStepKind.Extend, $"set the end of {what}")
            : (EntraStepKind.Convert, $"give an end to {what}");
        return step is var (kind, words) ? new EntraStep(kind, member, until, words) { Grants = entry.Grants } : null;
    }

    /// <summary>The second in which it ends, never after it.</summary>
    private static DateTimeOffset? Whole(DateTimeOffset? at) => at is { } end ? end.AddTicks(-(end.UtcTicks % TimeSpan.TicksPerSecond)) : null;
}
