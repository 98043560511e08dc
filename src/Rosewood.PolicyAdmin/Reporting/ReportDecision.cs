namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>What SLT decides or looks over.</summary>
/// <param name="Items">Numbered, the most pressing first.</param>
/// <param name="LeftOut">How many more there are.</param>
public sealed record ReportDecisions(IReadOnlyList<ReportDecision> Items, int LeftOut)
{
    /// <summary>The items in their order, those that follow each other together where the same can be done about them: so it is said once.</summary>
    internal IEnumerable<IReadOnlyList<ReportDecision>> ByAdvice()
    {
        var alike = new List<ReportDecision>();
        foreach (var item in Items)
        {
            if (alike is [var first, ..] && (first.Kind, first.Next, first.Clause) != (item.Kind, item.Next, item.Clause))
            {
                yield return alike;
                alike = [];
            }

            alike.Add(item);
        }

        if (alike.Count > 0)
        {
            yield return alike;
        }
    }
}

/// <summary>One thing to decide or look over.</summary>
/// <param name="Number">Its number in the report, from 1.</param>
/// <param name="Kind">Its sort.</param>
/// <param name="Subject">What it is about, in a few words.</param>
/// <param name="What">What was seen.</param>
/// <param name="Next">What can be done.</param>
/// <param name="Clause">The clause that it serves.</param>
public sealed record ReportDecision(int Number, DecisionKind Kind, string Subject, string What, string Next, string Clause);

/// <summary>Sorts of things to decide.</summary>
public enum DecisionKind
{
    /// <summary>The audit trail does not prove whole, or its guards or some of its values are gone.</summary>
    AuditBroken,

    /// <summary>A work login that more than one person seems to use.</summary>
    SharedLogin,

    /// <summary>Unexplained visits of a person on the roster.</summary>
    UnexplainedVisits,

    /// <summary>Unexplained visits for which nobody on the roster is known, or several may be meant.</summary>
    UnexplainedWithoutPerson,

    /// <summary>Use of an own device in session.</summary>
    InSessionUse,

    /// <summary>A grant that its authoriser refused.</summary>
    RefusedGrant,

    /// <summary>A grant that waits for its authoriser's word, or was revoked without it.</summary>
    UnconfirmedGrant,

    /// <summary>A grant whose authoriser is no longer in SLT.</summary>
    AuthoriserOutsideSlt,

    /// <summary>The standing authorisation, to be looked over.</summary>
    StandingAuthorisation,

    /// <summary>Use of a service that the policy names, for the safeguarding lead.</summary>
    FlaggedService,

    /// <summary>Content that the policy calls criminal in nature.</summary>
    ProhibitedContent,

    /// <summary>Correspondence past the school's systems.</summary>
    Correspondence,

    /// <summary>Texts to families that are not as the policy wants them.</summary>
    TextMessage,

    /// <summary>Declared relationships whose review is overdue.</summary>
    OverdueReview,

    /// <summary>Incidents that nobody looks into yet.</summary>
    OpenIncident,

    /// <summary>Acknowledgements of the policy that are outstanding.</summary>
    Acknowledgements,

    /// <summary>A target of the block that is out of step, fails or is not tested.</summary>
    Block,

    /// <summary>Something that nobody looked at in the period.</summary>
    NotLookedAt,

    /// <summary>Records that are older than their time of keeping.</summary>
    Retention,
}
