using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>Who may be given access, and on whose word (USE-1, USE-3).</summary>
/// <param name="context">The command.</param>
/// <param name="people">The roster.</param>
/// <param name="reason">The reason given, or null.</param>
internal sealed class GrantRules(CommandContext context, PeopleHistory people, string? reason)
{
    /// <summary>Passes when the user may be given access from an instant on, as the roster stands at another.</summary>
    /// <param name="user">Whom it is for.</param>
    /// <param name="authoriser">Who authorised it, or null for USE-3.</param>
    /// <param name="from">The grant's beginning.</param>
    /// <param name="at">When it is given.</param>
    /// <exception cref="FaultException">They may not.</exception>
    public void Check(Person user, Person? authoriser, DateTimeOffset from, DateTimeOffset at)
    {
        var day = people.DateAt(from.UtcTicks);
        if (!PeopleHistory.IsEmployed(user, day))
        {
            throw AccessFaults.NotEmployed(user, day).ToException();
        }

        if (authoriser is not null)
        {
            CheckAuthoriser(user, authoriser, at.UtcTicks);
        }
        else if (!context.Config.Access.StandingAuthorisation || !user.Roles.Overlaps(RoleSet.StandingAuthorisation))
        {
            throw AccessFaults.AuthoriserRequired(user.DisplayName).ToException();
        }
    }

    private void CheckAuthoriser(Person user, Person authoriser, long at)
    {
        if (string.Equals(authoriser.Id, user.Id, StringComparison.Ordinal))
        {
            throw AccessFaults.SelfAuthorised(user).ToException();
        }

        if (!people.IsSeniorLeader(authoriser, at))
        {
            throw AccessFaults.AuthoriserNotSlt(authoriser, people.All(at).Where(p => people.IsSeniorLeader(p, at))).ToException();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw AccessFaults.ReasonRequired(user.DisplayName).ToException();
        }
    }
}
