using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Addresses;

public sealed class CorrespondentAddressTests
{
    [Theory]
    [InlineData("Name@Example.COM", "name@example.com")]
    [InlineData("  name@example.com.  ", "name@example.com")]
    [InlineData("<name@example.com>", "name@example.com")]
    [InlineData("SMTP:Name@example.com", "name@example.com")]
    [InlineData("smtp:name@example.com", "name@example.com")]
    [InlineData("mailto:name@example.com", "name@example.com")]
    [InlineData("Jo Bloggs <name@example.com>", "name@example.com")]
    [InlineData("\"Bloggs, Jo\" <name@example.com>", "name@example.com")]
    [InlineData("\"Jo\" [SMTP:name@example.com]", "name@example.com")]
    [InlineData("\"fake@school.example\" <name@example.com>", "name@example.com")]
    [InlineData("\"fake@school.example <fake@school.example>\" <name@example.com>", "name@example.com")]
    [InlineData("fake@school.example <name@example.com>", "name@example.com")]
    [InlineData("name@example.com (Jo (the) Bloggs)", "name@example.com")]
    [InlineData("(comment) name@example.com", "name@example.com")]
    [InlineData("<@relay.example,@other.example:name@example.com>", "name@example.com")]
    [InlineData("\"na me\"@example.com", "na me@example.com")]
    [InlineData("\"name\"@example.com", "name@example.com")]
    [InlineData("\"a@b\"@example.com", "a@b@example.com")]
    [InlineData("name@bücher.example", "name@xn--bcher-kva.example")]
    [InlineData("name@XN--BCHER-KVA.example", "name@xn--bcher-kva.example")]
    [InlineData("o'brien@example.com", "o'brien@example.com")]
    public void It_is_read_as_mail_systems_write_it(string text, string address) => CorrespondentAddress.Parse(text)!.ToString().ShouldBe(address);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("<>")]
    [InlineData("name")]
    [InlineData("@example.com")]
    [InlineData("name@")]
    [InlineData("name@-example.com")]
    [InlineData("name@exa mple.com")]
    [InlineData("na me@example.com")]
    [InlineData("one@example.com, two@example.com")]
    [InlineData("X500:/o=Org/ou=Group/cn=Recipients/cn=name")]
    [InlineData("/O=EXCHANGELABS/OU=GROUP/CN=RECIPIENTS/CN=abc-name")]
    [InlineData("\"Jo\" [EX:/o=ExchangeLabs/cn=jo@x]")]
    [InlineData("sip:name@example.com")]
    public void What_is_no_single_address_is_none(string? text) => CorrespondentAddress.Parse(text).ShouldBeNull();

    [Fact]
    public void Lists_and_groups_give_each_of_their_addresses()
    {
        AddressReader.ReadAll("Class 4: a@example.com, \"B, C\" <b@example.com>;, c@example.com; D <d@example.com>, nothing").Select(a => a.ToString())
            .ShouldBe(["a@example.com", "b@example.com", "c@example.com", "d@example.com"]);
        AddressReader.ReadAll("undisclosed-recipients:;").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("first.last@gmail.com", "f.i.r.s.t.l.a.s.t+tag@GoogleMail.com", true)]
    [InlineData("name+school@outlook.com", "NAME@outlook.com", true)]
    [InlineData("first.last@outlook.com", "firstlast@outlook.com", false)]
    [InlineData("zoe\u0308@example.com", "zoë@example.com", true)]
    [InlineData("name@bu\u0308cher.example", "name@BÜCHER.example", true)]
    [InlineData("name@bücher.example", "name@xn--bcher-kva.example", true)]
    [InlineData("+tag@example.com", "@example.com", false)]
    [InlineData("name@outlook.com", "name@hotmail.com", false)]
    public void Two_texts_of_one_mailbox_are_equal(string one, string other, bool areOne) =>
        Equals(CorrespondentAddress.Parse(one), CorrespondentAddress.Parse(other)).ShouldBe(areOne);

    private const string Letters = "abcZ09.+-_'\"@<>(),;: \\[]é:x";

    [Fact]
    public void The_canonical_form_is_its_own_and_no_address_is_lost_by_reading_it_again()
    {
        var random = new Random(20261124);
        for (var i = 0; i < 5000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Letters[random.Next(Letters.Length)]));
            foreach (var address in AddressReader.ReadAll(text + "@example.com").Concat(AddressReader.ReadAll(text)))
            {
                address.Canonical.ShouldBe(address.Canonical.ToLowerInvariant(), text);
                address.Domain.ShouldNotEndWith(".");
                address.Masked().ShouldNotContain(address.Local.Length > 2 ? address.Local : "\0", Case.Sensitive, text);
                if (address.Local.All(c => char.IsAsciiLetterOrDigit(c) || c == '.'))
                {
                    CorrespondentAddress.Parse(address.Canonical)!.Canonical.ShouldBe(address.Canonical, text);
                    CorrespondentAddress.Parse($"\"x, y\" <{address}> (z)").ShouldBe(address, text);
                }
            }
        }
    }

    [Fact]
    public void Hostile_texts_end_quickly()
    {
        foreach (var text in new[] { new string('(', 200_000), new string('"', 200_000), new string('<', 200_000), string.Concat(Enumerable.Repeat("a@b,", 50_000)), new string('a', 300_000) + "@example.com" })
        {
            AddressReader.ReadAll(text).Count.ShouldBeLessThanOrEqualTo(1000);
        }
    }

    [Theory]
    [InlineData("rosewood.example", "rosewood.example", true)]
    [InlineData("mail.rosewood.example", "rosewood.example", true)]
    [InlineData("notrosewood.example", "rosewood.example", false)]
    [InlineData("rosewood.example.evil.test", "rosewood.example", false)]
    public void Domains_are_compared_by_labels(string domain, string parent, bool isWithin) => MailDomainName.IsWithin(domain, parent).ShouldBe(isWithin);

    [Theory]
    [InlineData("gmail.com", "gmail")]
    [InlineData("mail.gmail.com", "gmail")]
    [InlineData("hotmail.co.uk", "outlook")]
    [InlineData("notgmail.com", null)]
    [InlineData("rosewood.example", null)]
    public void Consumer_providers_are_known_by_their_domains(string domain, string? provider) => ConsumerMail.ProviderOf(domain).ShouldBe(provider);
}
