using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Workspace;

public sealed class IncidentsSectionTests
{
    [Theory]
    [InlineData("""{ "type": "ChildAbuseMaterial", "police": false }""", "never take that away")]
    [InlineData("""{ "type": "ChildAbuseMaterial", "withhold": false }""", "the withholding of addresses")]
    [InlineData("""{ "type": "Bullying", "safeguardingLead": false }""", "the safeguarding lead")]
    [InlineData("""{ "type": "ChildAbuseMaterial", "severity": "Minor" }""", "can only raise")]
    [InlineData("""{ "type": "Bullying", "first": "Technician" }""", "there is no such key")]
    public void Nothing_in_the_configuration_silences_a_route(string route, string reason)
    {
        var fault = Should.Throw<FaultException>(() => ConfigDocuments.Read(ConfigDocuments.With("incidents.routes.0", route))).Fault;
        fault.Id.ShouldBe("ConfigInvalid");
        fault.Message.ShouldContain(reason);
    }
}
