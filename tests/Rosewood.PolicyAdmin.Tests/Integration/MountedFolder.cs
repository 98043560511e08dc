namespace Rosewood.PolicyAdmin.Tests.Integration;

/// <summary>
/// Runs a program with a folder of the test's own in the place of Chromium's managed policies, in a mount namespace of its own: nothing
/// of the machine is touched, and nobody else sees it.
/// </summary>
internal static class MountedFolder
{
    /// <summary>Where Debian's Chromium reads its policies.</summary>
    public const string Place = "/etc/chromium/policies/managed";

    /// <summary>The program and arguments that start another one so.</summary>
    /// <param name="folder">The folder that is seen there.</param>
    /// <param name="command">Program and arguments.</param>
    public static string[] Of(string folder, params string[] command) =>
    [
        "unshare", Environment.IsPrivilegedProcess ? "-m" : "-rm", "sh", "-c",
        $"mount -t tmpfs none /etc/chromium && mkdir -p {Place} && mount --bind \"$0\" {Place} && exec \"$@\"",
        folder, .. command,
    ];

    /// <summary>A script that does the same, for who starts one program and adds arguments of its own.</summary>
    public static string Script(string folder, string program)
    {
        var words = Of(folder, program).Select(w => $"'{w.Replace("'", @"'\''", StringComparison.Ordinal)}'");
        return $"#!/bin/sh\nexec {string.Join(' ', words)} \"$@\"\n";
    }
}
