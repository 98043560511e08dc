using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Reading;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Reading;

public sealed class HeaderRuleMailboxReaderTests
{
    [Theory]
    [InlineData("""{"value":[{"internetMessageId":"<m2@x.example>","sentDateTime":"2026-11-24T09:00:00Z","receivedDateTime":"2026-11-24T09:00:05Z","subject":"secret","body":{"content":"secret"},"from":{"emailAddress":{"name":"A","address":"a@home.example"}},"toRecipients":[{"emailAddress":{"name":"B","address":"b@rosewood.example"}}],"ccRecipients":[{"emailAddress":{"address":"c@rosewood.example"}}],"internetMessageHeaders":[{"name":"in-reply-to","value":"<m1@x.example>"},{"name":"References","value":"<m0@x.example>\r\n <m1@x.example>"}]}]}""")]
    [InlineData("""{"internetMessageHeaders":[{"name":"Message-ID","value":"<m2@x.example>"},{"name":"Date","value":"Tue, 24 Nov 2026 09:00:00 +0000 (GMT)"},{"name":"From","value":"A <a@home.example>"},{"name":"To","value":"b@rosewood.example"},{"name":"Cc","value":"c@rosewood.example"},{"name":"In-Reply-To","value":"<m1@x.example>"},{"name":"References","value":"<m0@x.example><m1@x.example>"}]}""")]
    [InlineData("message-id,date,from,to,cc,in-reply-to,references\n<m2@x.example>,\"24 Nov 2026 10:00:00 +0100\",A <a@home.example>,b@rosewood.example,c@rosewood.example,<m1@x.example>,<m0@x.example> <m1@x.example>\n")]
    public void Headers_are_read_from_Graph_and_from_rows(string text)
    {
        var row = MailSample.Headers(text).ShouldHaveSingleItem();
        new DateTime(row.UtcTicks).ShouldBe(new DateTime(2026, 11, 24, 9, 0, 0));
        (row.MessageId, row.InReplyTo).ShouldBe(("m2@x.example", "m1@x.example"));
        row.References.ShouldBe(["m0@x.example", "m1@x.example"]);
        row.From.ShouldContain("a@home.example");
        row.To.ShouldBe(["b@rosewood.example"]);
        row.Cc.ShouldBe(["c@rosewood.example"]);
    }

    [Theory]
    [InlineData("""{"internetMessageId":"<m@x>","conversationId":"AAQk1=","from":{"emailAddress":{"name":"Ada","address":"a@x.example"}},"toRecipients":[{"emailAddress":{"address":"n@x.example"}},{"emailAddress":{"name":"Bo","address":"b@x.example"}}],"ccRecipients":[{"emailAddress":{"name":"","address":"c@x.example"}}]}""", "a@x.example Ada, b@x.example Bo")]
    [InlineData("""{"internetMessageId":"<m@x>","from":{"emailAddress":{"address":"a@x.example","name":"Ada"}},"toRecipients":[{"emailAddress":{"address":"n@x.example"}},{"emailAddress":{"address":"b@x.example","name":"Bo"}}]}""", "a@x.example Ada, b@x.example Bo")]
    [InlineData("message-id,from,to\n<m@x>,\"\"\"O'Neil, Ada\"\" <a@x.example>\",\"Bo <b@x.example>; =?utf-8?B?WA==?= <e@x.example>; n@x.example\"\n", "<a@x.example> O'Neil, Ada, <b@x.example> Bo")]
    public void What_a_message_calls_its_addresses_stands_beside_them_in_either_order(string text, string names)
    {
        string.Join(", ", MailSample.Headers(text).ShouldHaveSingleItem().Names.Select(n => $"{n.Address} {n.Name}")).ShouldBe(names);
    }

    [Fact]
    public void Drafts_and_invitations_are_no_messages_of_anybody()
    {
        MailSample.Headers("""
            [{"internetMessageId":"<1@x>","isDraft":true,"from":{"emailAddress":{"address":"a@x.example"}},"toRecipients":[{"emailAddress":{"address":"b@x.example"}}]},
             {"internetMessageId":"<2@x>","@odata.type":"#microsoft.graph.eventMessage","from":{"emailAddress":{"address":"a@x.example"}},"toRecipients":[{"emailAddress":{"address":"b@x.example"}}]}]
            """).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users('d.okonkwo%40rosewood.example')/mailFolders('inbox')/messageRules","value":[{"id":"A","displayName":"x","isEnabled":true,"conditions":{"subjectContains":["secret"]},"actions":{"forwardTo":[{"emailAddress":{"name":"Me","address":"me@home.example"}}],"stopProcessingRules":true}}]}""")]
    [InlineData("""{"userPrincipalName":"d.okonkwo@rosewood.example","value":[{"isEnabled":true,"actions":{"redirectTo":[{"emailAddress":{"address":"me@home.example"}}]}}]}""")]
    [InlineData("""{"mailbox":"d.okonkwo@rosewood.example","rules":[{"isEnabled":true,"actions":{"forwardAsAttachmentTo":[{"emailAddress":{"address":"me@home.example"}}]}}]}""")]
    [InlineData("""[{"mailbox":"d.okonkwo@rosewood.example","isEnabled":true,"actions":{"forwardTo":[{"emailAddress":{"address":"me@home.example"}}]}}]""")]
    [InlineData("""[{"MailboxOwnerId":"d.okonkwo@rosewood.example","Enabled":true,"ForwardTo":["\"Me\" [SMTP:me@home.example]"],"RedirectTo":null}]""")]
    [InlineData("""{"Identity":"d.okonkwo@rosewood.example\\17371","Enabled":true,"RedirectTo":"\"Me\" [SMTP:me@home.example]"}""")]
    [InlineData("MailboxOwnerId,Enabled,ForwardTo,RedirectTo,ForwardAsAttachmentTo\nd.okonkwo@rosewood.example,True,,\"\"\"Me\"\" [SMTP:me@home.example]\",\n")]
    public void Rules_are_read_with_whose_they_are(string text)
    {
        var rule = MailSample.Rules(text).ShouldHaveSingleItem();
        (rule.Mailbox, rule.IsEnabled).ShouldBe(("d.okonkwo@rosewood.example", true));
        rule.To.ShouldHaveSingleItem().ShouldContain("me@home.example");
    }

    [Fact]
    public void A_page_says_whose_only_its_own_rules_are() =>
        MailSample.Rules("""
            {"mailbox":"a@x.example","rules":[{"isEnabled":true,"actions":{"forwardTo":[{"emailAddress":{"address":"me@home.example"}}]}}]}
            {"isEnabled":true,"actions":{"forwardTo":[{"emailAddress":{"address":"me@home.example"}}]}}
            """).Select(r => r.Mailbox).ShouldBe(["a@x.example", ""]);

    [Theory]
    [InlineData("/exports/d.okonkwo@rosewood.example.json", "d.okonkwo@rosewood.example")]
    [InlineData("/exports/rules-d.okonkwo.json", "d.okonkwo")]
    [InlineData("/exports/messageRules_d.okonkwo@rosewood.example.json", "d.okonkwo@rosewood.example")]
    public void A_files_name_says_whose_rules_it_holds(string path, string mailbox) => CorrespondenceMaterial.MailboxOf(path).ShouldBe(mailbox);

    [Theory]
    [InlineData("\"UserPrincipalName\",\"PrimarySmtpAddress\",\"ForwardingAddress\",\"ForwardingSmtpAddress\",\"RecipientTypeDetails\"\n\"d.okonkwo@rosewood.example\",\"d.okonkwo@rosewood.example\",,\"smtp:me@home.example\",\"UserMailbox\"\n")]
    [InlineData("""[{"UserPrincipalName":"d.okonkwo@rosewood.example","PrimarySmtpAddress":"d.okonkwo@rosewood.example","ForwardingAddress":null,"ForwardingSmtpAddress":"smtp:me@home.example","RecipientTypeDetails":"UserMailbox"}]""")]
    public void Mailboxes_are_read_with_their_forwarding(string text)
    {
        var mailbox = MailSample.Mailboxes(text).ShouldHaveSingleItem();
        (mailbox.UserPrincipalName, mailbox.ForwardingAddress, mailbox.ForwardingSmtpAddress, mailbox.IsShared).ShouldBe(("d.okonkwo@rosewood.example", null, "smtp:me@home.example", false));
    }

    [Fact]
    public void Recipients_that_are_not_written_out_are_no_rule_that_can_be_read() =>
        MailSample.FaultOf("MailboxOwnerId,Enabled,ForwardTo\nx,True,System.Collections.ArrayList\n", () => new RuleMeaning(static _ => { })).Id.ShouldBe("MailExportUnknown");
}
