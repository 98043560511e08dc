using System.Runtime.InteropServices;

namespace Rosewood.PolicyAdmin.Traffic.Gaps;

/// <summary>A host beside a service: minutes, visits, people and days. Bounded whatever the log holds.</summary>
internal sealed class GapPair
{
    /// <summary>More people are not told apart: they add minutes and days, no visits.</summary>
    public const int MostPeople = 256;

    /// <summary>As for visits in the audit: a gap of five minutes or more begins a new one.</summary>
    private const long LongestGap = 5;

    private const int MostDays = 366;

    private readonly Dictionary<int, (long LastMinute, int Sessions)> _people = [];
    private readonly HashSet<int> _days = [];

    /// <summary>Minutes of people that show both.</summary>
    public int Minutes { get; private set; }

    /// <summary>Visits that show it.</summary>
    public int Sessions { get; private set; }

    /// <summary>Days that show it.</summary>
    public int Days => _days.Count;

    /// <summary>People who showed it in two visits or more: a host that another person met by chance once stays with its one reader.</summary>
    public int People => _people.Count(p => p.Value.Sessions >= 2);

    /// <summary>Takes a minute of a person. Minutes come in their order.</summary>
    public void Add(int person, long minute, int day)
    {
        Minutes++;
        if (_days.Count < MostDays)
        {
            _days.Add(day);
        }

        if (_people.Count >= MostPeople && !_people.ContainsKey(person))
        {
            return;
        }

        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_people, person, out var known);
        if (!known || minute - seen.LastMinute > LongestGap)
        {
            seen.Sessions++;
            Sessions++;
        }

        seen.LastMinute = minute;
    }
}
