using System.Globalization;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>What an entry said before it was agreed anew.</summary>
internal static class FamilyLinkStates
{
    /// <summary>The earlier states, oldest first, each with the day from which it stood.</summary>
    public static IReadOnlyList<string> Before(RecordedFamilyLink entry, FamilyLinkBook book)
    {
        var states = new List<string>();
        var (fact, since) = (entry.Original, entry.Original.RecordedAt);
        foreach (var update in entry.Updates)
        {
            states.Add(string.Create(CultureInfo.InvariantCulture, $"{book.Local(since):yyyy-MM-dd}: {Describe(fact, book)}"));
            (fact, since) = (update.ApplyTo(fact), update.At);
        }

        return states;
    }

    private static string Describe(FamilyLinkFact fact, FamilyLinkBook book) => fact.Kind == FamilyLinkKind.RelationshipDeclaration
        ? string.Create(CultureInfo.InvariantCulture, $"review {fact.ReviewDate:yyyy-MM-dd}; {fact.Boundaries ?? "no boundaries"}")
        : string.Create(CultureInfo.InvariantCulture, $"{(fact.Until is { } until ? $"until {book.Local(until):yyyy-MM-dd HH:mm}" : "until it is closed")}; {(fact.Services.Count == 0 ? "all services" : string.Join(", ", fact.Services))}");
}
