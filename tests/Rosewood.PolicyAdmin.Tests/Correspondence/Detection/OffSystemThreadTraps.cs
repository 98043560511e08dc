using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Workspace;
using static Rosewood.PolicyAdmin.Tests.Correspondence.MailSchool;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Detection;

/// <summary>Answers to what the school never sent: each innocent story beside its guilty twin.</summary>
public sealed class OffSystemThreadTraps
{
    private const string Late = "2026-10-20T10:00:00Z";

    [Fact]
    public async Task An_answer_to_a_message_from_a_private_provider_asks_the_recipient()
    {
        using var guilty = await OpenAsync();
        guilty.Ordinary().Headed(Late, Two, "a@btinternet.com", [Daniel], "CAxyz@mail.gmail.com");
        (await guilty.FindAsync()).ShouldBeEmpty("parents answer their own and each other's messages too");
        var finding = await guilty.Headed("2026-10-21T10:00:00Z", Two, "b@btinternet.com", [Daniel], "CAxyy@mail.gmail.com").Headed("2026-10-22T10:00:00Z", Two, "c@btinternet.com", [Daniel], "CAxyw@mail.gmail.com").FindOneAsync();
        (finding.Person, finding.Kind, finding.Correspondent, finding.Clause).ShouldBe(("Daniel Okonkwo", CorrespondenceKind.OffSystemThread, "family:F-2", "COM-4"));
        finding.Explanation.ShouldEndWith("?");
        finding.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("2026-09-02T10:00:00Z", "CAxyz@mail.gmail.com", "older than the trace")]
    [InlineData(Late, "old@rosewood.example", "the school's own, older than the trace")]
    [InlineData(Late, "old@LO2P265MB999.GBRP265.PROD.OUTLOOK.COM", "the school's own servers")]
    [InlineData(Late, "n7@bounce.news.example", "a newsletter by an outside sender")]
    [InlineData(Late, "x@nhs.example", "a system of which nothing is known")]
    [InlineData(Late, "answer5@mail.gmail.com", "their own message, which the school got")]
    [InlineData(Late, "sent5@LO2P265MB5.GBRP265.PROD.OUTLOOK.COM", "what the school sent")]
    public async Task It_is_quiet_where_it_cannot_know(string at, string answered, string why)
    {
        using var innocent = await OpenAsync(new CorrespondenceConfig { OutsideSenders = ["letters@news.example"] });
        (await innocent.Ordinary().Headed(at, Two, "a@btinternet.com", [Daniel], answered).FindAsync(possible: true)).ShouldBeEmpty(why);
    }

    [Fact]
    public async Task An_aside_between_parents_in_a_thread_of_the_school_is_only_possible()
    {
        using var school = await OpenAsync();
        school.Ordinary().Headed(Late, Two, "a@btinternet.com", [Daniel], "CAxyz@mail.gmail.com sent5@LO2P265MB5.GBRP265.PROD.OUTLOOK.COM")
            .Headed(Late, Mother, "b@mail.gmail.com", [Daniel, Father], "CAabc@mail.gmail.com");
        (await school.FindAsync()).ShouldBeEmpty();
        (await school.FindAsync(possible: true)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_the_schools_sent_mail_nothing_is_judged_and_it_says_so()
    {
        using var school = await OpenAsync();
        school.Headed(Late, Two, "a@btinternet.com", [Daniel], "CAxyz@mail.gmail.com");
        var sink = await school.RunAsync(possible: true);
        sink.Outputs.ShouldBeEmpty();
        sink.Warnings.ShouldContain(w => w.Contains("What the school sent is not seen well enough", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_one_who_is_written_to_is_asked_and_not_who_is_copied_in()
    {
        using var copied = await OpenAsync();
        (await copied.Ordinary().Headed(Late, Two, "a@btinternet.com", [Daniel], "CAxyz@mail.gmail.com", cc: [Marta]).FindAsync(possible: true)).ShouldHaveSingleItem().Person.ShouldBe("Daniel Okonkwo");

        using var personal = await OpenAsync();
        (await personal.Ordinary().Headed(Late, Two, "a@btinternet.com", [DanielOwn], "CAxyz@mail.gmail.com", cc: [Marta]).FindAsync()).ShouldAllBe(f => string.Equals(f.Person, "Daniel Okonkwo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shared_mailbox_asks_nobody()
    {
        using var school = await OpenAsync(new CorrespondenceConfig { SharedMailboxes = [Office] });
        var sink = await school.Ordinary().Headed(Late, Two, "a@btinternet.com", [Office], "CAxyz@mail.gmail.com").RunAsync(possible: true);
        sink.Outputs.ShouldBeEmpty();
        sink.Warnings.ShouldContain(w => w.Contains("of 61 answers 1 could not be judged", StringComparison.Ordinal));
    }
}
