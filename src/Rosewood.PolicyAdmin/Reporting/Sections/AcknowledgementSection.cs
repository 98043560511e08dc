using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Facts;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>How many of the staff know the policy by their own word (TRN-1, CON-2, REL-3).</summary>
internal sealed class AcknowledgementSection : IReportSection
{
    public string Id => "acknowledgements";

    public string Title => "Who knows the policy";

    public ReportSection Make(SectionInput input)
    {
        var facts = input.Material.Facts.Registers ?? new RegisterFacts([], 0, 0, 0, 0);
        var done = facts.Staff - facts.Outstanding;
        var counts = input.Column(done, facts.Outstanding);
        return new ReportSection(
            Id,
            Title,
            "TRN-1, CON-2, REL-3",
            input.Detail,
            [facts.Staff == 0 ? "The roster has nobody who has to acknowledge the policy." : facts.Outstanding == 0 ? "All staff have acknowledged the policy, and lately enough." : $"{ReportWords.Sentence(input.Count(facts.Outstanding, "member of staff has", "members of staff have"))} something outstanding."],
            [new ReportTable("acknowledgements", "Members of staff", [new("State"), new("People", IsNumber: true)], [["Acknowledged", counts[0]], ["Outstanding", counts[1]]])])
        {
            Asks = facts.Outstanding == 0 ? [] :
            [
                new ReportAsk(
                    DecisionKind.Acknowledgements,
                    "Acknowledgements of the policy",
                    $"{ReportWords.Sentence(input.Count(facts.Outstanding, "member of staff has", "members of staff have"))} something outstanding.",
                    input.Detail == ReportDetail.Shares ? "Ask when they will be done." : "Get-PolicyAcknowledgement -Outstanding says who.",
                    "TRN-1"),
            ],
        };
    }
}
