using Rosewood.PolicyAdmin.Findings;

namespace Rosewood.PolicyAdmin.Tests.Findings;

/// <summary>What a detector asks.</summary>
public sealed class SuppressionSetTests
{
    private const FindingKind Kind = FindingKind.SharedCredentialUse;
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_person_is_known_by_their_id_under_any_login()
    {
        var set = new SuppressionSet([Of("P-0001", login: null)]);

        set.Find(Kind, "P-0001", "n.obrien", "Overlap").ShouldNotBeNull();
        set.Find(Kind, "P-0001", "rosewood\\niamh", "Travel").ShouldNotBeNull();
        set.Find(Kind, "P-0002", "n.obrien", "Overlap").ShouldBeNull();
        set.Find(Kind, personId: null, "n.obrien", "Overlap").ShouldBeNull();
    }

    [Fact]
    public void A_login_that_was_nobodys_counts_until_it_is_somebodys()
    {
        var set = new SuppressionSet([Of(personId: null, "supply.9")]);

        set.Find(Kind, personId: null, "supply.9", "Overlap").ShouldNotBeNull();
        set.Find(Kind, personId: null, "supply.8", "Overlap").ShouldBeNull();
        set.Find(Kind, "P-0009", "supply.9", "Overlap").ShouldBeNull();
    }

    [Fact]
    public void Only_the_kinds_of_evidence_that_were_named_are_dismissed()
    {
        var set = new SuppressionSet([Of("P-0001", login: null, "Overlap"), Of("P-0001", login: null, "Alternation", "Travel")]);

        set.Find(Kind, "P-0001", "x", "Travel")!.Fact.Evidence.ShouldBe(["Alternation", "Travel"]);
        set.Find(Kind, "P-0001", "x", "HandOver").ShouldBeNull();
        SuppressionSet.Empty.Find(Kind, "P-0001", "x", "Overlap").ShouldBeNull();
    }

    [Fact]
    public void It_counts_from_its_recording_to_its_end_or_its_removal()
    {
        var suppression = Of("P-0001", login: null);
        var ticks = Noon.UtcTicks;
        suppression.CountsAt(ticks - 1).ShouldBeFalse();
        suppression.CountsAt(ticks).ShouldBeTrue();
        suppression.CountsAt(Noon.AddDays(1).UtcTicks - 1).ShouldBeTrue();
        suppression.CountsAt(Noon.AddDays(1).UtcTicks).ShouldBeFalse();

        var removed = suppression with { Ending = new SuppressionEnding("S-0001", Noon.AddHours(1), "P-0002", Reason: null) };
        removed.CountsAt(Noon.AddHours(1).UtcTicks - 1).ShouldBeTrue();
        removed.CountsAt(Noon.AddHours(1).UtcTicks).ShouldBeFalse();
    }

    private static Suppression Of(string? personId, string? login, params string[] evidence) => new(
        new SuppressionFact("S-0001", Kind, personId, login, evidence, "Seen", AuthoriserId: null, "P-0002", Noon, Noon.AddDays(1)),
        Ending: null);
}
