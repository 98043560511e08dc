using Rosewood.PolicyAdmin.Console;
using Rosewood.PolicyAdmin.Console.SquidHelper;

namespace Rosewood.PolicyAdmin.Tests.Console.SquidHelper;

public sealed class SquidHelperOptionsTests
{
    [Fact]
    public void Names_may_be_shortened_while_one_alone_begins_so()
    {
        var options = SquidHelperOptions.Read(["-s", "file", "-no", "-TUNNELS", "127.0.0.1:13128", "-TunnelL:60"]);
        options.ShouldSatisfyAllConditions(
            o => o.Snapshot.ShouldBe("file"),
            o => o.HasChannels.ShouldBeFalse(),
            o => o.Tunnels!.Port.ShouldBe(13128),
            o => o.TunnelLimit.ShouldBe(TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData("-T", "-T could be -Tunnels or -TunnelLimit.")]
    [InlineData("-tunnel", "-tunnel could be -Tunnels or -TunnelLimit.")]
    [InlineData("-Nonsense", "There is no -Nonsense.")]
    [InlineData("-NoConcurrency:1", "-NoConcurrency takes no value.")]
    public void What_is_ambiguous_or_unknown_is_wrong_usage(string word, string message) =>
        Should.Throw<UsageException>(() => SquidHelperOptions.Read(["-Snapshot", "file", word, "127.0.0.1:13128"])).Message.ShouldBe(message);

    [Fact]
    public void The_help_describes_each()
    {
        foreach (var parameter in SquidHelperParameter.All)
        {
            SquidHelperPage.Text.ShouldContain($"\n  -{parameter.Name}{(parameter.Value is null ? "" : " " + parameter.Value)}\n      {parameter.Text[0]}\n");
            SquidHelperPage.Text.Split('\n')[0].ShouldContain("-" + parameter.Name);
        }
    }
}
