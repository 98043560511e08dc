using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Tests.Catalogue;

public sealed class ServiceCatalogueTests
{
    private static readonly ServiceCatalogue BuiltIn = ServiceCatalogue.BuiltIn;

    [Theory]
    [InlineData("facebook.com", "Facebook", HostRole.Primary)]
    [InlineData("www.facebook.com", "Facebook", HostRole.Primary)]
    [InlineData("graph.facebook.com", "Facebook", HostRole.Api)]
    [InlineData("connect.facebook.net", "Facebook", HostRole.Widget)]
    [InlineData("edge-mqtt.facebook.com", "Facebook", HostRole.Background)]
    [InlineData("scontent-lhr8-1.xx.fbcdn.net", "Facebook", HostRole.Media)]
    [InlineData("x.com", "X", HostRole.Primary)]
    [InlineData("pbs.twimg.com", "X", HostRole.Media)]
    [InlineData("cdn.syndication.twimg.com", "X", HostRole.Widget)]
    [InlineData("platform.twitter.com", "X", HostRole.Widget)]
    [InlineData("r3---sn-aigl6nsk.googlevideo.com", "YouTube", HostRole.Media)]
    [InlineData("www.youtube-nocookie.com", "YouTube", HostRole.Widget)]
    [InlineData("accounts.youtube.com", "YouTube", HostRole.Widget)]
    [InlineData("mmg.whatsapp.net", "WhatsApp", HostRole.Media)]
    [InlineData("web.whatsapp.com", "WhatsApp", HostRole.Primary)]
    [InlineData("mail.google.com", "Gmail", HostRole.Primary)]
    [InlineData("edge.skype.com", "Skype", HostRole.SharedInfrastructure)]
    public void A_host_belongs_to_its_service_in_its_role_and_the_longest_entry_wins(string host, string service, HostRole role)
    {
        var match = BuiltIn.Match(host);
        match.Found.ShouldBeTrue();
        BuiltIn.Services[match.ServiceIndex].Name.ShouldBe(service);
        match.Role.ShouldBe(role);
        BuiltIn.Match(Encoding.UTF8.GetBytes(host)).ShouldBe(match);
    }

    [Theory]
    [InlineData("notfacebook.com")]
    [InlineData("facebook.com.evil.test")]
    [InlineData("facebook.comx")]
    [InlineData("facebook-com.test")]
    [InlineData("xfacebook.com")]
    [InlineData("acebook.com")]
    [InlineData("com")]
    [InlineData("facebook")]
    [InlineData("google.com")]
    [InlineData("www.google.com")]
    [InlineData("login.microsoftonline.com")]
    [InlineData("fonts.googleapis.com")]
    [InlineData("teams.microsoft.com")]
    [InlineData("outlook.office365.com")]
    [InlineData("zoom.us")]
    [InlineData("31.13.64.35")]
    [InlineData("31.13.64.35:443")]
    [InlineData("[2a03:2880:f158:181:face:b00c:0:25de]:443")]
    [InlineData("2a03:2880:f158:181:face:b00c:0:25de")]
    [InlineData("facebook.com..")]
    [InlineData("facebook.com:443:80")]
    [InlineData("facebook.com:443.evil.test")]
    [InlineData("facebook.com:http")]
    [InlineData("facebook.com@evil.test")]
    [InlineData("[facebook.com]")]
    [InlineData("face%62ook.com")]
    [InlineData("facebook.com/path")]
    [InlineData("face book.com")]
    [InlineData("facebook.com\\.evil.test")]
    [InlineData("faceb\u043Eok.com")]
    [InlineData(".")]
    [InlineData("@")]
    [InlineData(":")]
    [InlineData("")]
    [InlineData("-")]
    public void Look_alikes_addresses_and_rubbish_belong_to_nothing(string host)
    {
        BuiltIn.Match(host).ShouldBe(HostMatch.None);
        BuiltIn.Match(Encoding.UTF8.GetBytes(host)).ShouldBe(HostMatch.None);
        BuiltIn.FindHost(host).ShouldBeNull();
    }

    [Theory]
    [InlineData("FaceBook.COM")]
    [InlineData("facebook.com.")]
    [InlineData("facebook.com:443")]
    [InlineData("facebook.com.:443")]
    [InlineData("facebook.com:")]
    [InlineData("user:secret@facebook.com:8443")]
    [InlineData("evil.test@FACEBOOK.com.")]
    [InlineData("ｆａｃｅｂｏｏｋ.com")]
    [InlineData("facebook。com")]
    [InlineData("face\u00ADbook.com")]
    [InlineData("WWW.FACEBOOK.COM:443")]
    [InlineData("_x.facebook.com")]
    public void Case_dot_port_userinfo_and_wide_letters_make_no_difference(string host)
    {
        BuiltIn.FindHost(host).ShouldBe("facebook.com");
        BuiltIn.Match(Encoding.UTF8.GetBytes(host)).ShouldBe(BuiltIn.Match("facebook.com"));
    }

    [Fact]
    public void A_host_of_letters_beyond_ascii_matches_its_A_label()
    {
        var catalogue = ServiceCatalogue.Of([Service("Bücher", "xn--bcher-kva.example")]);
        catalogue.Match("bücher.example").Found.ShouldBeTrue();
        catalogue.Match("chat.BÜCHER.example:443").Found.ShouldBeTrue();
        catalogue.Match("bucher.example").Found.ShouldBeFalse();
    }

    [Fact]
    public void A_host_of_253_bytes_matches_and_a_longer_one_does_not()
    {
        const string Suffix = ".facebook.com";
        var longest = new string('a', 253 - Suffix.Length) + Suffix;
        BuiltIn.Match(longest).Found.ShouldBeTrue();
        BuiltIn.Match(longest + ".").Found.ShouldBeTrue();
        BuiltIn.Match(longest + ":443").Found.ShouldBeTrue();
        BuiltIn.Match("a" + longest).Found.ShouldBeFalse();
        BuiltIn.Match("A" + longest + ".:443").Found.ShouldBeFalse();
        BuiltIn.Match(new string('a', 1_000_000)).Found.ShouldBeFalse();
        BuiltIn.Match(Encoding.ASCII.GetBytes(new string('.', 1_000_000))).Found.ShouldBeFalse();
        BuiltIn.Match(Encoding.UTF8.GetBytes(new string('ü', 500_000))).Found.ShouldBeFalse();
    }

    [Property(MaxTest = 2000)]
    public Property It_agrees_with_a_naive_matcher()
    {
        // Few labels and hosts made of them, so that borders, prefixes and nested entries meet often.
        var label = Gen.Elements("a", "b", "ab", "aa", "com", "co", "facebook", "facebooks", "afacebook", "A", "Co", "xn--bcher-kva", "8", "-", "longer-label-of-many-bytes");
        var host = label.ListOf().Where(l => l.Count is > 0 and < 6).Select(l => string.Join('.', l));
        var entries = host.Select(h => h.ToLowerInvariant()).ListOf().Select(l => l.Distinct(StringComparer.Ordinal).ToList());
        var tail = Gen.Elements("", ".", ":443", ".:8080", "..", ":x");
        return Prop.ForAll(
            Gen.Zip(entries, Gen.Zip(host, tail)).ToArbitrary(),
            sample =>
            {
                var (hosts, (asked, end)) = sample;
                var catalogue = ServiceCatalogue.Of([.. hosts.Select(h => Service("Service of " + h, h))]);
                var naive = NaiveMatch(hosts, asked + end);
                catalogue.FindHost(asked + end).ShouldBe(naive);
                catalogue.Match(Encoding.ASCII.GetBytes(asked + end)).ServiceIndex.ShouldBe(naive is null ? -1 : hosts.IndexOf(naive));
            });
    }

    [Fact]
    public void Random_bytes_neither_throw_nor_match_more_than_text_does()
    {
        var random = new Random(20261124);
        var bytes = new byte[300];
        for (var i = 0; i < 200_000; i++)
        {
            var length = random.Next(bytes.Length);
            random.NextBytes(bytes.AsSpan(0, length));
            BuiltIn.Match(bytes.AsSpan(0, length)).Found.ShouldBeFalse();
        }
    }

    [Fact]
    public void A_match_allocates_nothing()
    {
        byte[][] hosts =
        [
            .. new[]
            {
                "www.bbc.co.uk", "static.files.bbci.co.uk", "www.facebook.com", "scontent-lhr8-1.xx.fbcdn.net", "WWW.FACEBOOK.COM:443",
                "user@x.com.", "10.20.30.40", "[2001:db8::1]:443", "a.very.long.host.name.of.many.labels.example.org", "t.co", "x.com", "com", "bad host",
            }.Select(Encoding.ASCII.GetBytes),
        ];
        var texts = Array.ConvertAll(hosts, Encoding.ASCII.GetString);
        MatchAll();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = 0;
        for (var i = 0; i < 1000; i++)
        {
            found += MatchAll();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        found.ShouldBe(1000 * 2 * 6);

        int MatchAll()
        {
            var count = 0;
            for (var i = 0; i < hosts.Length; i++)
            {
                count += BuiltIn.Match(hosts[i]).Found ? 1 : 0;
                count += BuiltIn.Match(texts[i]).Found ? 1 : 0;
            }

            return count;
        }
    }

    [Fact]
    public void Hosts_alike_in_length_head_and_tail_are_told_apart()
    {
        var catalogue = ServiceCatalogue.Of([Service("One", "chat-app-one.example.org"), Service("Two", "chat-app-two.example.org")]);
        catalogue.Services[catalogue.Match("chat-app-one.example.org").ServiceIndex].Name.ShouldBe("One");
        catalogue.Services[catalogue.Match("chat-app-two.example.org").ServiceIndex].Name.ShouldBe("Two");
        catalogue.Match("chat-app-six.example.org").Found.ShouldBeFalse();
    }

    [Fact]
    public void A_service_is_found_by_name_and_alias_in_any_case()
    {
        BuiltIn.Find("twitter")!.Name.ShouldBe("X");
        BuiltIn.Find(" FACEBOOK ")!.Name.ShouldBe("Facebook");
        BuiltIn.Find("hotmail")!.Name.ShouldBe("Outlook.com");
        BuiltIn.Find("nonesuch").ShouldBeNull();
        BuiltIn.Services[BuiltIn.IndexOf("youtube")].Name.ShouldBe("YouTube");
        BuiltIn.IndexOf("Twitter").ShouldBe(-1);
    }

    [Fact]
    public void The_schools_own_hosts_win_over_a_service_of_the_same_length_and_lose_to_a_longer_entry()
    {
        var catalogue = BuiltIn.With([], [], ["mail.google.com", "https://Facebook.com/", "not a host"]);
        catalogue.Match("mail.google.com").IsSchoolService.ShouldBeTrue();
        catalogue.Match("eu.mail.google.com").IsSchoolService.ShouldBeTrue();
        catalogue.Match("www.facebook.com").IsSchoolService.ShouldBeTrue();
        catalogue.Match("graph.facebook.com").Role.ShouldBe(HostRole.Api);
        catalogue.OwnHosts.ShouldBe(["mail.google.com", "facebook.com"]);
        BuiltIn.Match("mail.google.com").Found.ShouldBeTrue();
    }

    [Fact]
    public void A_service_that_is_switched_off_is_gone_and_the_others_keep_theirs()
    {
        var catalogue = BuiltIn.With([], ["facebook"], []);
        catalogue.Find("Facebook").ShouldBeNull();
        catalogue.Match("www.facebook.com").ShouldBe(HostMatch.None);
        catalogue.Services[catalogue.Match("www.youtube.com").ServiceIndex].Name.ShouldBe("YouTube");
        catalogue.Services.Count.ShouldBe(BuiltIn.Services.Count - 1);
    }

    [Fact]
    public void A_school_service_replaces_the_one_of_its_name_and_keeps_the_hosts_that_it_claims()
    {
        var catalogue = BuiltIn.With([Service("facebook", "facebook.com"), Service("Pixel", "fbcdn.net", "t.co")], [], []);
        catalogue.Match("graph.facebook.com").Role.ShouldBe(HostRole.Primary);
        catalogue.Services[catalogue.Match("fbcdn.net").ServiceIndex].Name.ShouldBe("Pixel");
        catalogue.Services[catalogue.Match("t.co").ServiceIndex].Name.ShouldBe("Pixel");
        catalogue.Find("X")!.Hosts.ShouldNotContain(h => h.Host == "t.co");
        catalogue.Services.Count.ShouldBe(BuiltIn.Services.Count + 1);
    }

    private static string? NaiveMatch(List<string> hosts, string asked)
    {
        var colon = asked.IndexOf(':');
        if (colon >= 0)
        {
            if (!asked[(colon + 1)..].All(char.IsAsciiDigit))
            {
                return null;
            }

            asked = asked[..colon];
        }

        asked = asked.EndsWith('.') ? asked[..^1] : asked;
        asked = asked.ToLowerInvariant();
        return hosts.Where(h => string.Equals(asked, h, StringComparison.Ordinal) || asked.EndsWith("." + h, StringComparison.Ordinal)).MaxBy(h => h.Length);
    }

    private static SocialMediaService Service(string name, params string[] hosts) =>
        new(name, ServiceKind.Other, [.. hosts.Select(h => new ServiceHost(h, HostRole.Primary))], NamedInPolicy: false, [], new DateOnly(2026, 9, 1), ServiceSource.School);
}
