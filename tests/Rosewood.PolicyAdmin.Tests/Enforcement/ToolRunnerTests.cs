using Rosewood.PolicyAdmin.Enforcement;

namespace Rosewood.PolicyAdmin.Tests.Enforcement;

/// <summary>Of what a program prints as much is kept as the caller wants, and what was not kept is told.</summary>
public sealed class ToolRunnerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(100, true)]
    [InlineData(1024 * 1024, false)]
    public async Task The_end_of_the_output_is_kept(int most, bool isCut)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var result = await ToolRunner.RunAsync("sh", ["-c", "i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done"], Patience, CancellationToken.None, most);

        result.IsCut.ShouldBe(isCut);
        result.Output.ShouldEndWith("line 2999");
        result.Output.StartsWith("line 0\n", StringComparison.Ordinal).ShouldBe(!isCut);
        result.Output.Length.ShouldBeLessThanOrEqualTo(most);
    }
}
