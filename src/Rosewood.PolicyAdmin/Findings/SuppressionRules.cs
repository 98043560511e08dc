using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Findings;

/// <summary>
/// Who may dismiss a finding. To hold that nothing is wrong about a person is a decision about them, so it is SLT's or the safeguarding
/// lead's; a technician, who runs the search and knows the devices, records it in the name of a member of SLT, as with grants. Nobody
/// dismisses a finding about themself, and nobody authorises that either, whatever they are.
/// </summary>
/// <param name="context">The command.</param>
/// <param name="people">The roster.</param>
internal sealed class SuppressionRules(CommandContext context, PeopleHistory people)
{
    private static readonly RoleSet Deciders = RoleSet.SeniorLeadership.With(Role.SafeguardingLead);

    /// <summary>Passes when the operator may dismiss a finding about an account, as the roster stands at an instant.</summary>
    /// <param name="subject">Whom it is about.</param>
    /// <param name="authoriser">Who authorised it, or null where the operator decides.</param>
    /// <param name="at">When it is recorded.</param>
    /// <exception cref="FaultException">They may not.</exception>
    public void Check(SuppressionSubject subject, Person? authoriser, DateTimeOffset at)
    {
        if (subject.IsOf(context.Operator))
        {
            throw SuppressionFaults.OfSelf(subject.Name).ToException();
        }

        if (authoriser is null)
        {
            if (!context.Operator.Roles.Overlaps(Deciders))
            {
                throw SuppressionFaults.AuthoriserRequired(subject.Name).ToException();
            }

            return;
        }

        if (subject.IsOf(authoriser))
        {
            throw SuppressionFaults.AuthorisedForSelf(authoriser).ToException();
        }

        if (!people.IsSeniorLeader(authoriser, at.UtcTicks))
        {
            throw SuppressionFaults.AuthoriserNotSlt(authoriser, people.All(at.UtcTicks).Where(p => people.IsSeniorLeader(p, at.UtcTicks))).ToException();
        }
    }
}
