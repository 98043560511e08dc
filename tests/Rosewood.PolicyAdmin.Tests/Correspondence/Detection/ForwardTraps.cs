using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Workspace;
using static Rosewood.PolicyAdmin.Tests.Correspondence.MailSchool;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Detection;

/// <summary>Settings that send mail outside: each innocent one beside its guilty twin.</summary>
public sealed class ForwardTraps
{
    private static readonly CorrespondenceConfig Excluding = new() { ExcludedCorrespondents = ["union.example"], OutsideSenders = ["helpdesk.example"], SharedMailboxes = [Office] };

    [Theory]
    [InlineData("true", "someone@gmail.com", true)]
    [InlineData("false", "someone@gmail.com", false)]
    [InlineData("true", "m.reid@rosewood.example", false)]
    [InlineData("true", "archive@mail.rosewood.example", false)]
    [InlineData("true", "d.okonkwo@rosewood.onmicrosoft.com", false)]
    [InlineData("true", "rep@regional.union.example", false)]
    [InlineData("true", "tickets@helpdesk.example", false)]
    [InlineData("true", "someone@rosewood.example.evil.test", true)]
    public async Task Enabled_rules_count_and_outside_addresses_only(string enabled, string to, bool isFound)
    {
        using var school = await OpenAsync(Excluding);
        var rules = $$"""[{"MailboxOwnerId":"{{Daniel}}","Enabled":{{enabled}},"ForwardTo":["\"Somebody\" [SMTP:{{to}}]"]}]""";
        var found = await school.FindAsync(possible: true, rules: rules);
        found.Count.ShouldBe(isFound ? 1 : 0);
        if (isFound)
        {
            (found[0].Person, found[0].Kind, found[0].When, found[0].Clause).ShouldBe(("Daniel Okonkwo", CorrespondenceKind.InboxRuleForward, null, "COM-4"));
            found[0].Correspondent.ShouldStartWith("s…@");
        }
    }

    [Fact]
    public async Task A_mailbox_that_forwards_outside_is_found_and_one_that_forwards_inside_is_not()
    {
        using var school = await OpenAsync(Excluding);
        var finding = await school.FindOneAsync(mailboxes: """
            "UserPrincipalName","PrimarySmtpAddress","Alias","Name","ForwardingAddress","ForwardingSmtpAddress","DeliverToMailboxAndForward"
            "d.okonkwo@rosewood.example","d.okonkwo@rosewood.example","d.okonkwo","Daniel Okonkwo","","smtp:Daniel.Okonkwo@gmail.com","True"
            "m.reid@rosewood.example","m.reid@rosewood.example","m.reid","Marta Kowalczyk-Reid","","smtp:office@rosewood.example","False"
            "p.parent@rosewood.example","p.parent@rosewood.example","p.parent","Pat Parent","m.reid","","False"
            "s.jones@rosewood.example","s.jones@rosewood.example","s.jones","Sarah Jones","","","False"

            """);
        (finding.Person, finding.Kind, finding.Correspondent).ShouldBe(("Daniel Okonkwo", CorrespondenceKind.ExternalForward, "d…@gmail.com"));
        finding.Explanation.ShouldContain("own declared address");
    }

    [Fact]
    public async Task A_shared_mailbox_is_nobodys_and_pupils_are_counted_only()
    {
        using var school = await OpenAsync(Excluding);
        var sink = await school.RunAsync(mailboxes: """
            UserPrincipalName,PrimarySmtpAddress,ForwardingAddress,ForwardingSmtpAddress
            office@rosewood.example,office@rosewood.example,,smtp:x@gmail.com
            pupil7@rosewood.example,pupil7@rosewood.example,,smtp:y@gmail.com
            s.jones@rosewood.example,s.jones@rosewood.example,Sarah (Home),

            """);
        sink.Of<UnofficialCorrespondence>().ShouldHaveSingleItem().Person.ShouldBe(Office);
        var blind = sink.Warnings.Single(w => w.StartsWith("Not seen: ", StringComparison.Ordinal));
        blind.ShouldContain("1 setting sends mail outside from mailboxes of nobody on the roster");
        blind.ShouldContain("1 mailbox forwards to an entry of the directory");
        string.Join(' ', sink.Warnings).ShouldNotContain("pupil7");
    }

    [Fact]
    public async Task A_forward_to_a_family_shows_the_family_and_not_the_address()
    {
        using var school = await OpenAsync();
        var finding = await school.FindOneAsync(rules: $$$"""{"mailbox":"{{{Daniel}}}","rules":[{"isEnabled":true,"actions":{"redirectTo":[{"emailAddress":{"address":"{{{Two}}}"}}]}}]}""");
        finding.Correspondent.ShouldBe("family:F-2");
    }
}
