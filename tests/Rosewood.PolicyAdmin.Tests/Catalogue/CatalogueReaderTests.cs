using System.Text;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Catalogue;

public sealed class CatalogueReaderTests
{
    private const string Good = """
        {
          "services": [
            {
              "name": "Playground Chat",
              "kind": "Messaging",
              "namedInPolicy": true,
              "aliases": ["PG Chat"],
              "since": "2026-09-01",
              "hosts": { "Primary": ["chat.example.org"], "Media": ["media.example.org", "xn--bcher-kva.example"] }
            }
          ]
        }
        """;

    [Fact]
    public void A_catalogue_comes_back_as_it_was_written()
    {
        var service = Read(Good).ShouldHaveSingleItem();
        service.Name.ShouldBe("Playground Chat");
        service.Kind.ShouldBe(ServiceKind.Messaging);
        service.NamedInPolicy.ShouldBeTrue();
        service.Aliases.ShouldBe(["PG Chat"]);
        service.Since.ShouldBe(new DateOnly(2026, 9, 1));
        service.Source.ShouldBe(ServiceSource.School);
        service.Hosts.ShouldBe(
            [new("chat.example.org", HostRole.Primary), new("media.example.org", HostRole.Media), new("xn--bcher-kva.example", HostRole.Media)]);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        CatalogueReader.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Good)], "x.json", ServiceSource.School).Count.ShouldBe(1);

    [Theory]
    [InlineData("\"kind\": \"Messaging\"", "\"kind\": \"Mail\"", 5, 15, "none of SocialNetwork")]
    [InlineData("\"kind\": \"Messaging\"", "\"kind\": \"messaging\"", 5, 15, "none of SocialNetwork")]
    [InlineData("\"kind\": \"Messaging\"", "\"kind\": 1", 5, 15, "must be text")]
    [InlineData("\"kind\":", "\"sort\":", 5, 7, "'sort' is unknown")]
    [InlineData("\"kind\": \"Messaging\"", "\"name\": \"B\"", 5, 7, "second time")]
    [InlineData("true", "\"yes\"", 6, 24, "true or false")]
    [InlineData("\"PG Chat\"", "\"playground chat\"", 7, 19, "already the name or alias")]
    [InlineData("\"PG Chat\"", "\"PG*\"", 7, 19, "1 to 64 characters")]
    [InlineData("2026-09-01", "01/09/2026", 8, 16, "no date")]
    [InlineData("2026-09-01", "2026-02-30", 8, 16, "no date")]
    [InlineData("\"Primary\"", "\"Main\"", 9, 18, "none of Primary")]
    [InlineData("chat.example.org", "Chat.Example.org", 9, 30, "as chat.example.org")]
    [InlineData("chat.example.org", "bücher.example", 9, 30, "as xn--bcher-kva.example")]
    [InlineData("chat.example.org", "10.0.0.1", 9, 30, "no host name")]
    [InlineData("chat.example.org", "co.uk", 9, 30, "many owners")]
    [InlineData("chat.example.org", "googleapis.com", 9, 30, "SharedInfrastructure")]
    [InlineData("media.example.org", "chat.example.org", 9, 61, "already stands")]
    [InlineData("\"aliases\": [\"PG Chat\"]", "\"aliases\": \"PG Chat\"", 7, 18, "list in square brackets")]
    [InlineData("\"since\": \"2026-09-01\",", "", 10, 5, "lacks one of its keys")]
    public void What_is_wrong_is_a_fault_with_line_and_column(string old, string replacement, int line, int column, string says)
    {
        var fault = Should.Throw<FaultException>(() => Read(Good.Replace(old, replacement, StringComparison.Ordinal))).Fault;
        fault.Id.ShouldBe("CatalogueInvalid");
        fault.Target.ShouldBe($"x.json:{line}:{column}");
        fault.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"services\": [}")]
    [InlineData("{\"services\": []")]
    [InlineData("{\"services\": []} x")]
    [InlineData("{\"services\": []} {}")]
    [InlineData("{\"services\": [],}")]
    [InlineData("// note\n{\"services\": []}")]
    [InlineData("{\"services\": [[[[[[[[[[[]]]]]]]]]]]}")]
    [InlineData("{\"services\": null}")]
    public void What_is_no_catalogue_is_a_fault(string json) =>
        Should.Throw<FaultException>(() => Read(json)).Fault.Id.ShouldBe("CatalogueInvalid");

    [Fact]
    public void The_column_counts_characters_not_bytes()
    {
        var json = Good.Replace("\"name\": \"Playground Chat\"", "\"name\": \"Bücher\", \"kind\": 1", StringComparison.Ordinal);
        Should.Throw<FaultException>(() => Read(json)).Fault.Target.ShouldBe("x.json:4:33");
    }

    [Fact]
    public void Mutated_and_cut_files_are_faults_and_never_anything_else()
    {
        var random = new Random(20261124);
        var good = Encoding.UTF8.GetBytes(Good);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = good.AsSpan(0, random.Next(good.Length + 1)).ToArray();
            for (var n = random.Next(4); n > 0 && bytes.Length > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                CatalogueReader.Read(bytes, "x.json", ServiceSource.School).Count.ShouldBeLessThan(2);
            }
            catch (FaultException e)
            {
                e.Fault.Id.ShouldBe("CatalogueInvalid");
            }
        }
    }

    private static IReadOnlyList<SocialMediaService> Read(string json) => CatalogueReader.Read(Encoding.UTF8.GetBytes(json), "x.json", ServiceSource.School);
}
