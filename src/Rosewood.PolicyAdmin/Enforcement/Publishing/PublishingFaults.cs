using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Enforcement.Publishing;

/// <summary>Faults about publishing.</summary>
internal static class PublishingFaults
{
    public static Fault Running(string path) => new(
        "PublishRunning",
        FaultKind.Conflict,
        path,
        "Another Publish-SocialMediaBlock is running in this workspace. Nothing was changed; run the command again when that one has ended.");

    public static Fault ReloadFailed(string target, string command, ToolResult result) => new(
        "TargetReloadFailed",
        FaultKind.Unavailable,
        target,
        $"'{command}' ended with exit code {result.ExitCode}. It says: {PlainText.WithFullStop(result.Output.Length == 0 ? "nothing" : PlainText.Shorten(result.Output, 600))}");

    public static Fault ProofFailed(string target, IReadOnlyList<string> findings) => new(
        "TargetProofFailed",
        FaultKind.Conflict,
        target,
        $"The target does not do what the facts decide. {string.Join(' ', findings)}");

    public static Fault PutBack(string target, string cause, bool reloaded) => new(
        "PublishPutBack",
        FaultKind.Conflict,
        target,
        $"The new state of '{target}' did not hold, and its files are as they were before. {PlainText.WithFullStop(cause)}"
        + (reloaded ? "" : " Its program could not be made to read the old files again: do that by hand."));

    public static Fault NotPutBack(string target, string cause, string why) => new(
        "PublishNotPutBack",
        FaultKind.Conflict,
        target,
        $"The new state of '{target}' did not hold, and its files could not be put back as they were: {PlainText.WithFullStop(why)} What was not proved is in force there; Get-SocialMediaBlock shows how it stands. {PlainText.WithFullStop(cause)} Mend both and publish again.");
}
