using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>Faults about browser policies.</summary>
internal static class BrowserFaults
{
    public static Fault NotOurs(string target, string path, IReadOnlyList<string> keys) => new(
        "BrowserPolicyNotOurs",
        FaultKind.Conflict,
        target,
        $"{path} holds policies of another hand, which would be lost: {PlainText.Shorten(string.Join(", ", keys), 300)}. Give the target a path of its own; for Firefox, which reads one file, merge the two by hand.");

    public static Fault Overridden(string target, string file, string path) => new(
        "BrowserPolicyOverridden",
        FaultKind.Conflict,
        target,
        $"{file} sets policies that {path} sets too, and the browser takes the last by name, so that nothing would be blocked. Remove that file, or name the target's path so that it comes after it.");
}
