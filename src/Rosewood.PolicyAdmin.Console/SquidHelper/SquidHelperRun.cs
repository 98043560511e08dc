
namespace Rosewood.PolicyAdmin.Console.SquidHelper;

/// <summary><c>rosewood squid-helper -Snapshot FILE</c>: answers Squid on the standard streams.</summary>
internal static class SquidHelperRun
{
    /// <param name="words">What follows the word squid-helper.</param>
    /// <param name="streams">The surroundings.</param>
    public static ExitCode Run(IReadOnlyList<string> words, ConsoleStreams streams)
    {
        var options = SquidHelperOptions.Read(words);
        using var input = streams.In();
        var helper = new Enforcement.Squid.Helper.SquidHelper(options.Snapshot, options.HasChannels, TimeProvider.System, streams.Error) { Tunnels = options.Tunnels, TunnelLimit = options.TunnelLimit };
        helper.Run(input, streams.Out);
        return ExitCode.Done;
    }
}
