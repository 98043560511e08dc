using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>Faults about targets.</summary>
internal static class EnforcementFaults
{
    public static Fault TargetNotFound(string name, IEnumerable<string> known) => new(
        "TargetNotFound",
        FaultKind.NotFound,
        name,
        known.Any()
            ? $"policy.json has no target '{PlainText.Shorten(name)}'. Name one of: {string.Join(", ", known)}."
            : "policy.json names no target. Add the proxy, resolver or browsers under enforcement.targets.");

    public static Fault CheckFailed(string target, string checker, string output) => new(
        "TargetCheckFailed",
        FaultKind.InvalidArgument,
        target,
        $"{checker} refuses the new files, so nothing was changed. It says: {PlainText.Shorten(output, 600)}");

    public static Fault ProgramNotFound(string program) => new(
        "ProgramNotFound",
        FaultKind.NotFound,
        program,
        $"There is no program '{PlainText.Shorten(program)}' here. Install it, or correct its path in policy.json.");

    public static Fault ProgramTimedOut(string program, TimeSpan after) => new(
        "ProgramTimedOut",
        FaultKind.Unavailable,
        program,
        string.Create(CultureInfo.InvariantCulture, $"'{PlainText.Shorten(program)}' did not end within {after.TotalSeconds:0} seconds and was stopped. Run it by hand to see why."));
}
