using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Facts;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Whether the block works: targets that are out of step, and the tests of the period (USE-1).</summary>
internal sealed class BlockingSection : IReportSection
{
    public string Id => "blocking";

    public string Title => "Does the block work?";

    public ReportSection Make(SectionInput input)
    {
        var targets = input.Material.Facts.Blocking;
        if (targets.Count == 0)
        {
            return new ReportSection(Id, Title, "USE-1", input.Detail, ["policy.json names no target: this program blocks nothing in this school, it looks only."], []);
        }

        var tests = targets.Sum(static t => t.Passed + t.Failed + t.NotTested);
        List<string> statements =
        [
            tests == 0
                ? "The block was not tested in this period."
                : $"{ReportWords.Sentence(ReportWords.Count(tests, "test", "tests"))} in this period: {ReportWords.Number(targets.Sum(static t => t.Passed))} came out as decided, {ReportWords.Number(targets.Sum(static t => t.Failed))} did not, {ReportWords.Number(targets.Sum(static t => t.NotTested))} could not be made.",
        ];
        var table = new ReportTable(
            Id,
            "Targets of the block, as they stand when the report is made",
            [new("Target"), new("State"), new("Last published"), new("Last shown to work"), new("Tests passed", IsNumber: true), new("Failed", IsNumber: true), new("Not made", IsNumber: true)],
            [.. targets.Select(static t => (IReadOnlyList<string>)[t.Target, Words(t.State), Moment(t.LastPublished), Moment(t.LastProved), ReportWords.Number(t.Passed), ReportWords.Number(t.Failed), ReportWords.Number(t.NotTested)])]);
        return new ReportSection(Id, Title, "USE-1", input.Detail, statements, [table])
        {
            Asks = [.. targets.Select(Ask).OfType<ReportAsk>(), .. tests == 0 ? [new ReportAsk(DecisionKind.Block, "The block is not tested", "No test was made in this period.", "Have a technician run Test-SocialMediaBlock; schools keep the records of such tests.", "USE-1")] : (ReportAsk[])[]],
            InShort = targets.All(static t => t.State is BlockState.InStep or BlockState.Disabled && t.Failed == 0) ? null : "The block is not everywhere as decided.",
        };
    }

    private static ReportAsk? Ask(BlockingFact target) => (target.State, target.Failed) switch
    {
        (BlockState.Drifted or BlockState.NotPublished or BlockState.Failed, _) => new ReportAsk(DecisionKind.Block, $"The block on {target.Target}", $"It is {Words(target.State).ToLowerInvariant()}.", $"Have a technician look with Get-SocialMediaBlock, and publish it: Publish-SocialMediaBlock -Target '{target.Target}'.", "USE-1"),
        (_, > 0) => new ReportAsk(DecisionKind.Block, $"The block on {target.Target}", $"{ReportWords.Sentence(ReportWords.Count(target.Failed, "test", "tests"))} did not come out as decided.", "Have a technician look at the tests and make them again: Test-SocialMediaBlock.", "USE-1"),
        _ => null,
    };

    private static string Words(BlockState state) => state switch
    {
        BlockState.InStep => "As decided",
        BlockState.Drifted => "Other than decided",
        BlockState.NotPublished => "Never put into force",
        BlockState.Disabled => "Switched off",
        _ => "Not to be read",
    };

    private static string Moment(DateTimeOffset? at) => at is { } moment ? ReportWords.Moment(moment) : "never";
}
