using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Work logins that seem to be shared, counted (LOG-1).</summary>
internal sealed class LoginCountSection : IReportSection
{
    public string Id => "login-counts";

    public string Title => "Work logins";

    public ReportSection Make(SectionInput input)
    {
        var logins = LoginSection.From(input.Material);
        var statements = new List<string> { logins.Reviewed ? "The sign-ins of the period were reviewed." : "Nobody looked whether work logins are shared: no review of the sign-ins covers this period." };
        if (logins.ReviewId is not null)
        {
            statements.Add($"Logins of staff that seem to be more than one person’s: {input.Count(logins.Shared.Count, "login", "logins")}; possibly: {input.Count(logins.Possible, "login", "logins")}. That is a reason to ask, not a proof.");
        }

        return new ReportSection(Id, Title, "LOG-1, LOG-2", input.Detail, statements, [])
        {
            Asks = !logins.Reviewed
                ? [new ReportAsk(DecisionKind.NotLookedAt, "Shared logins", "Nobody looked in this period.", "Ask that Find-SharedCredentialUse is run each month.", "LOG-1")]
                : logins.Shared.Count > 0
                    ? [new ReportAsk(DecisionKind.SharedLogin, "Work logins that may be shared", $"{ReportWords.Sentence(input.Count(logins.Shared.Count, "login", "logins"))} of staff that seem to be more than one person’s.", "Ask what the senior leadership team has learned: each is a reason to ask, not a proof.", "LOG-1")]
                    : [],
        };
    }
}
