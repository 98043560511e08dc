using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console;
using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Tests.Console.Support;

namespace Rosewood.PolicyAdmin.Tests.Console.Binding;

public sealed class ArgumentBinderFuzzTests
{
    private static readonly string[] Pieces =
    [
        "-User", "-user:", "-User=", "-Us", "-Count", "-Colour", "-Until", "-For", "-Force", "-Force:$false", "-As", "-Confirm", "-InputJson", "-Rest", "-Id",
        "--", "-", "---", "-:", "-=", "a", "a,b", ",", "\"", "\"a,b\"", "-5", "-.5", "Red", "2026-03-29T01:30", "PT2H", "$true", "", " ", "\0", "\ud800", "é", "🙂",
        "-\u0130nput", "–User", "-Us\u0435r", "'", "%s", "../..", "=1+1",
    ];

    [Theory]
    [InlineData("Set-FakeThing", 1)]
    [InlineData("Remove-FakeThing", 2)]
    [InlineData("Get-FakeThing", 3)]
    public void Any_command_line_binds_or_is_refused_in_words(string command, int seed)
    {
        var random = new Random(seed);
        var syntax = ConsoleRun.Syntax(command);
        var bound = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var words = Enumerable.Range(0, random.Next(7)).Select(_ => Word(random)).ToArray();
            try
            {
                ArgumentBinder.Bind(syntax, words).CreateRequest().ShouldNotBeNull();
                bound++;
            }
            catch (UsageException e)
            {
                e.Message[^1].ShouldBeOneOf('.', '?');
            }
            catch (FaultException e)
            {
                e.Fault.Id.ShouldBeOneOf("TimeInvalid", "DurationInvalid");
            }
        }

        bound.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Very_long_words_are_no_trouble()
    {
        var longWord = new string('x', 1_000_000);
        var commas = new string(',', 100_000);
        var syntax = ConsoleRun.Syntax("Set-FakeThing");
        ArgumentBinder.Bind(syntax, ["-User", longWord]).Values.Count.ShouldBe(1);
        Should.Throw<UsageException>(() => ArgumentBinder.Bind(syntax, ["-" + longWord, "a"]));
        Should.Throw<UsageException>(() => ArgumentBinder.Bind(syntax, ["-User", "a" + commas]));
    }

    private static string Word(Random random) => random.Next(6) switch
    {
        0 => Pieces[random.Next(Pieces.Length)] + Pieces[random.Next(Pieces.Length)],
        1 => new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(0x2100))]),
        _ => Pieces[random.Next(Pieces.Length)],
    };
}
