using System.Diagnostics;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console;
using Rosewood.PolicyAdmin.Console.Syntax;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Graph;

/// <summary>The Graph SDK is 40 MB: nothing of it is loaded before a command asks the tenant. Shown in a process that did nothing else.</summary>
public sealed class LoadTests
{
    private static readonly string[] Heavy = ["Microsoft.Graph", "Microsoft.Graph.Core", "Microsoft.Kiota", "Azure.Core", "Azure.Identity", "Microsoft.Identity"];

    [Theory]
    [InlineData("help")]
    [InlineData("help", "Sync-PolicyTenant")]
    [InlineData("Get-SocialMediaService", "Facebook")]
    [InlineData("Sync-PolicyTenant")]
    public async Task Neither_help_nor_a_command_that_does_not_ask_the_tenant_loads_the_sdk(params string[] words)
    {
        var start = ChildProgram.StartInfo(["loaded", .. words]);
        start.RedirectStandardError = true;
        start.Environment["ROSEWOOD_WORKSPACE"] = Path.Combine(Path.GetTempPath(), "rosewood-no-such-workspace");

        using var child = Process.Start(start)!;
        var error = child.StandardError.ReadToEndAsync();
        var loaded = (await child.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await child.WaitForExitAsync();

        child.ExitCode.ShouldBe(0, await error);
        loaded.ShouldContain("Rosewood.PolicyAdmin", StringComparer.Ordinal);
        loaded.Where(n => Heavy.Any(h => n.StartsWith(h, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    /// <summary>The child's work: the console's, then the names of what is loaded.</summary>
    internal static void RunChild(string[] words)
    {
        var streams = new ConsoleStreams { Out = Stream.Null, Error = TextWriter.Null, In = () => Stream.Null, ReadAnswer = () => null };
        new RosewoodConsole(CommandCatalog.Shipped(), streams, CommandRunner.RunAsync).Run(words);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            System.Console.Out.WriteLine(assembly.GetName().Name);
        }
    }
}
