using System.Text.Json;
using Rosewood.PolicyAdmin.Graph;

namespace Rosewood.PolicyAdmin.Tests.Graph;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("""{"name":"x"}""", "x")]
    [InlineData("""{"name":""}""", null)]
    [InlineData("""{"name":7}""", null)]
    [InlineData("""{"name":null}""", null)]
    [InlineData("""{"name":{"name":"x"}}""", null)]
    [InlineData("""{"other":"x"}""", null)]
    [InlineData("""["name"]""", null)]
    [InlineData("null", null)]
    public void A_property_that_is_no_text_is_none(string json, string? text)
    {
        using var document = JsonDocument.Parse(json);
        JsonText.Of(document.RootElement, "name").ShouldBe(text);
    }

    [Fact]
    public void An_element_that_is_not_there_has_none() => JsonText.Of(default, "name").ShouldBeNull();
}
