using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Help;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Tests.Conformance.Examples;

/// <summary>Every example of the help does what it says it does: run in a school, through the console, one after the other.</summary>
public sealed class ExampleRunTests(ExampleFolders folders) : IClassFixture<ExampleFolders>
{
    /// <summary>Nothing to say, or changes that <c>-WhatIf</c> found.</summary>
    private const int Pending = 3;

    public static TheoryData<string> Commands() => [.. CommandTable.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_example_runs(string command)
    {
        var catalog = CommandCatalog.Shipped();
        var help = new CommandHelpReader(catalog).Read(catalog.Find(command));
        var needs = ExamplePreparation.Shared.For(command);
        using var school = ExampleSchool.CopyOf(folders.For(needs.Roles ?? ExamplePreparation.Shared.Roles));
        for (var i = 0; i < help.Examples.Count; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            foreach (var line in needs.Before.GetValueOrDefault(number) ?? [])
            {
                var before = school.RunBefore(line, needs.Answers);
                before.ExitCode.ShouldBe(0, $"before example {number}: {line}\n{before.Error}");
            }

            foreach (var line in help.Examples[i].Lines)
            {
                var outcome = school.Run(line, needs.Accounts.GetValueOrDefault(number) ?? ExampleSchool.Account, needs.Answers);
                if (needs.Faults.TryGetValue(number, out var fault))
                {
                    outcome.ExitCode.ShouldBe(1, line);
                    outcome.Error.ShouldContain(fault, customMessage: line);
                }
                else if (!(outcome.ExitCode == Pending && line.EndsWith("-WhatIf", StringComparison.Ordinal)))
                {
                    outcome.ExitCode.ShouldBe(0, $"{line}\n{outcome.Error}");
                }
            }
        }
    }

    [Fact]
    public void What_examples_need_is_listed_for_commands_that_there_are() =>
        ExamplePreparation.Shared.Commands.Keys.ShouldAllBe(c => CommandTable.All.Any(d => string.Equals(d.Name, c, StringComparison.Ordinal)));
}
