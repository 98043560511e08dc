using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Reads <c>policy.json</c> strictly: unknown keys and wrong values are faults with file, line, column and path.</summary>
public static class PolicyConfigReader
{
    /// <summary>Reads and checks a configuration.</summary>
    /// <exception cref="FaultException"><c>ConfigInvalid</c>, with place and remedy.</exception>
    public static PolicyConfig Read(string path) =>
        JsonSerializer.Deserialize<PolicyConfig>(File.ReadAllBytes(path), PolicyJson.Options)!;
}
