using System.Diagnostics;
using Rosewood.PolicyAdmin.Tests.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Tests.Governance.Retention;
using Rosewood.PolicyAdmin.Tests.Graph;
using Rosewood.PolicyAdmin.Tests.Traffic.Import;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>What a test starts as a process of its own, to kill it.</summary>
internal static class ChildProgram
{
    private const string Begun = "begun";

    /// <summary>How this program is started as a child with words of <see cref="Main"/>; its output is read.</summary>
    public static ProcessStartInfo StartInfo(params string[] words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var word in (string[])["exec", typeof(ChildProgram).Assembly.Location, .. words])
        {
            start.ArgumentList.Add(word);
        }

        return start;
    }

    /// <summary>Runs a child that tells when it has begun, and kills it after a time unless that is null.</summary>
    /// <returns>Whether it ended by itself.</returns>
    public static async Task<bool> RunAndKillAsync(int? milliseconds, params string[] words)
    {
        using var child = Process.Start(StartInfo(words))!;
        (await child.StandardOutput.ReadLineAsync()).ShouldBe(Begun);
        using var patience = new CancellationTokenSource(milliseconds ?? Timeout.Infinite);
        try
        {
            await child.WaitForExitAsync(patience.Token);
            child.ExitCode.ShouldBe(0);
            return true;
        }
        catch (OperationCanceledException)
        {
            child.Kill();
            await child.WaitForExitAsync();
            return child.ExitCode == 0;
        }
    }

    /// <summary>The child's word that it begins with what it may be killed in.</summary>
    public static void TellBegun()
    {
        System.Console.Out.WriteLine(Begun);
        System.Console.Out.Flush();
    }

    public static int Main(string[] args)
    {
        switch (args)
        {
            case ["import", var folder, var log]:
                ImportCrashTests.RunChild(folder, log);
                return 0;
            case ["publish", var folder]:
                PublishCrashTests.RunChild(folder);
                return 0;
            case ["sync", var folder, var address]:
                SyncCrashTests.RunChild(folder, address);
                return 0;
            case ["retention", var folder]:
                RetentionCrashTests.RunChild(folder);
                return 0;
            case ["connect", var folder, var address, var tenantId]:
                ConnectPolicyTenantTests.RunChild(folder, address, tenantId);
                return 0;
            case ["loaded", .. var words]:
                LoadTests.RunChild(words);
                return 0;
            default:
                return 2;
        }
    }
}
