using System.Text.Json;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Conformance.Examples;

/// <summary>What has to be there for the examples of the help to run: tests/Examples/examples.json, which the Pester tests read too.</summary>
/// <param name="Today">The moment at which the examples are run.</param>
/// <param name="Roles">The roles that whoever runs them holds.</param>
/// <param name="Places">Folders of other machines, with the folder below the working folder that stands for each.</param>
/// <param name="Always">The lines that make the workspace.</param>
/// <param name="Commands">What single commands need, by name.</param>
public sealed record ExamplePreparation(
    string Today,
    string Roles,
    IReadOnlyDictionary<string, string> Places,
    IReadOnlyList<string> Always,
    IReadOnlyDictionary<string, ExamplePreparation.OfCommand> Commands)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public static ExamplePreparation Shared { get; } = JsonSerializer.Deserialize<ExamplePreparation>(Repository.Read("tests/Examples/examples.json"), Options)!;

    public static string FilesFolder => Path.Combine(Repository.Root, "tests", "Examples", "files");

    public OfCommand For(string command) => Commands.GetValueOrDefault(command) ?? new OfCommand();

    /// <summary>What one command needs.</summary>
    public sealed record OfCommand
    {
        /// <summary>Other roles than usual.</summary>
        public string? Roles { get; init; }

        /// <summary>Lines to run before each example, by its number; one that begins with an account and a colon by that account, and not in PowerShell.</summary>
        public IReadOnlyDictionary<string, IReadOnlyList<string>> Before { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

        /// <summary>The account that runs an example, by its number, where it is not the usual one. In PowerShell it is always that of the process.</summary>
        public IReadOnlyDictionary<string, string> Accounts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

        /// <summary>The fault in which an example ends here, by its number: where it needs what no test has.</summary>
        public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

        /// <summary>The fault in which an example ends in PowerShell, where the account of the process, which made the workspace, may not run it.</summary>
        public IReadOnlyDictionary<string, string> FaultsInPowerShell { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

        /// <summary>What a person answers, in order.</summary>
        public IReadOnlyList<string> Answers { get; init; } = [];

        /// <summary>What is added to the line where nobody can answer.</summary>
        public string Unanswered { get; init; } = "";
    }
}
