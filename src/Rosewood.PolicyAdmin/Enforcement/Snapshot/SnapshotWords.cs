namespace Rosewood.PolicyAdmin.Enforcement.Snapshot;

/// <summary>What is wrong with a snapshot, in words.</summary>
internal static class SnapshotWords
{
    /// <summary>For the person whose request is refused: one sentence.</summary>
    public static string ForVisitors(SnapshotProblem problem) => problem switch
    {
        SnapshotProblem.Missing => "Social media stays closed for everybody for now, because the list of who may use it is missing on the proxy. Please tell the IT technician.",
        SnapshotProblem.NotReadable => "Social media stays closed for everybody for now, because the proxy may not read the list of who may use it. Please tell the IT technician.",
        SnapshotProblem.Truncated => "Social media stays closed for everybody for now, because the proxy's list of who may use it is incomplete. Please tell the IT technician.",
        SnapshotProblem.Corrupt => "Social media stays closed for everybody for now, because the proxy's list of who may use it is damaged. Please tell the IT technician.",
        SnapshotProblem.TooNew => "Social media stays closed for everybody for now, because the proxy's list of who may use it is from a newer version of the program than the proxy has. Please tell the IT technician.",
        SnapshotProblem.TooOld => "Social media stays closed for everybody for now, because the proxy's list of who may use it is from an older version of the program than the proxy has. Please tell the IT technician.",
        SnapshotProblem.FromTheFuture => "Social media stays closed for everybody for now, because the proxy's clock and its list of who may use it do not agree on the time. Please tell the IT technician.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, message: null),
    };

    /// <summary>For the technician: what is wrong.</summary>
    public static string Of(SnapshotProblem problem) => problem switch
    {
        SnapshotProblem.Missing => "There is no such file.",
        SnapshotProblem.NotReadable => "The file can't be read.",
        SnapshotProblem.Truncated => "The file ends too early.",
        SnapshotProblem.Corrupt => "The file is damaged.",
        SnapshotProblem.TooNew => "A newer version of this program wrote the file.",
        SnapshotProblem.TooOld => "An older version of this program wrote the file.",
        SnapshotProblem.FromTheFuture => "The file is from the future, if the clock is right.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, message: null),
    };

    /// <summary>For the technician: what to do.</summary>
    public static string Remedy(SnapshotProblem problem) => problem switch
    {
        SnapshotProblem.Missing => "Run Publish-SocialMediaBlock; any later command keeps the file up to date.",
        SnapshotProblem.NotReadable => "Give the proxy's account the right to read it: name its group as readerGroup in policy.json, and run Publish-SocialMediaBlock.",
        SnapshotProblem.Truncated or SnapshotProblem.Corrupt => "Run any command, such as Get-SocialMediaAccess, which writes it anew; then check the disk.",
        SnapshotProblem.TooNew => "Install the same version of this program for the proxy and for the commands, and let the proxy start its helpers anew.",
        SnapshotProblem.TooOld => "Install the same version of this program for the proxy and for the commands, then run any command, such as Get-SocialMediaAccess, which writes the file anew.",
        SnapshotProblem.FromTheFuture => "Set the machine's clock, or let it follow a time server; then run any command, such as Get-SocialMediaAccess.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, message: null),
    };
}
