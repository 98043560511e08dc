using System.Globalization;
using Rosewood.PolicyAdmin.Simulation.Making;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Making;

/// <summary>What people write above their messages.</summary>
internal static class Subjects
{
    private static readonly string[] Business =
    [
        "{0}'s reading this week", "{0} - EHCP review", "Transport on {1}", "{0}'s speech therapy", "How {0} got on on {1}", "{0} and the farm trip",
        "Medication for {0}", "{0}'s lunch on {1}", "Swimming kit for {0}", "{0} absent {1}", "{0} upset on the bus", "Parents' evening - {0}",
        "{0}'s communication book", "Targets for {0}", "{0} - new splints", "Picking {0} up early {1}", "Trip money {0}", "{0}'s annual review papers",
        "Question about {0}'s homework", "Worried about {0}", "{0} - sleep again", "Respite for {0}", "Thank you from {0}",
    ];

    private static readonly string[] Vague = ["Quick question", "Tomorrow", "Hello", "Sorry to bother you", "Today", "A word"];

    private static readonly string[] Work =
    [
        "Cover {1}", "Minutes", "Timetable change", "Assembly {1}", "Room booking", "Stock order", "Staff meeting {1}", "Hall on {1}", "Planning for next week",
        "Key for the store", "Risk assessment", "Fire drill {1}", "Data drop", "Lost property", "Photocopier",
    ];

    private static readonly string[] Party = ["Saturday night", "Leaving do for Maureen", "Lift on {1}?", "Book club", "Curry on {1}?", "Secret Santa", "Five-a-side", "Baby shower"];

    /// <summary>About a child of a family; one in twelve says nothing.</summary>
    public static string AboutChild(Dice dice, string child, DateOnly day) => Fill(dice.Chance(0.08) ? dice.Pick(Vague) : dice.Pick(Business), child, day);

    /// <summary>About a child for certain.</summary>
    public static string Plainly(Dice dice, string child, DateOnly day) => Fill(dice.Pick(Business), child, day);

    /// <summary>Between colleagues.</summary>
    public static string BetweenColleagues(Dice dice, DateOnly day) => Fill(dice.Pick(Work), "", day);

    /// <summary>After work.</summary>
    public static string Private(Dice dice, DateOnly day) => Fill(dice.Pick(Party), "", day);

    /// <summary>Whether a subject says what it is about.</summary>
    public static bool IsTelling(string subject) => !Vague.Contains(Bare(subject), StringComparer.Ordinal) && Bare(subject).Length > 8;

    /// <summary>Without the marks of replies and forwards.</summary>
    public static string Bare(string subject)
    {
        var text = subject.AsSpan().Trim();
        while (text.StartsWith("RE: ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("FW: ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("FWD: ", StringComparison.OrdinalIgnoreCase))
        {
            text = text[(text.IndexOf(' ') + 1)..];
        }

        return text.ToString();
    }

    private static string Fill(string pattern, string child, DateOnly day) => string.Format(CultureInfo.InvariantCulture, pattern, child, day.DayOfWeek);
}
