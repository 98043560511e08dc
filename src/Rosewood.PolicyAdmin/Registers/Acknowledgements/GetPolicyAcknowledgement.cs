using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers.Acknowledgements;

/// <summary>
/// Shows who acknowledged the policy, and with -Outstanding who still has to: never, too long ago, or an older version (TRN-1, CON-2, REL-3).
/// Everybody sees their own.
/// </summary>
/// <example><code>Get-PolicyAcknowledgement -Outstanding</code>Who is employed and has not said all of it.</example>
/// <example><code>Get-PolicyAcknowledgement -User n.ames</code>All that one person has said.</example>
public sealed class GetPolicyAcknowledgement : PolicyRequest
{
    /// <summary>Members of staff: login name, UPN, full name or role. Default: all, for those who may see others'; else who runs the command.</summary>
    public string[] User { get; set; } = [];

    /// <summary>One line for each person employed today who has something to say, or to say again.</summary>
    public bool Outstanding { get; set; }
}

internal sealed class GetPolicyAcknowledgementHandler : CommandHandler<GetPolicyAcknowledgement>
{
    public override Task HandleAsync(GetPolicyAcknowledgement request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var now = context.Now.UtcTicks;
        var zone = context.Workspace.Zone;
        var register = new AcknowledgementRegister(context.Store.Acknowledgements.LoadAll(), context.Config.Registers, people.DateAt(now));
        var wanted = Wanted(request, context, people);
        if (request.Outstanding)
        {
            foreach (var person in AcknowledgementRegister.Staff(people, now).Where(p => (wanted is null || wanted.Contains(p.Id)) && register.OutstandingOf(p.Id).Count > 0))
            {
                cancellationToken.ThrowIfCancellationRequested();
                sink.Write(register.NewestOf(person.Id) is { } newest ? PolicyAcknowledgement.Of(newest, register, people, now, zone) : PolicyAcknowledgement.None(person, register, people, now));
            }

            return Task.CompletedTask;
        }

        foreach (var fact in register.Facts.Where(f => wanted is null || wanted.Contains(f.PersonId)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Write(PolicyAcknowledgement.Of(fact, register, people, now, zone));
        }

        return Task.CompletedTask;
    }

    /// <summary>Whose are asked for; null: everybody's.</summary>
    private static HashSet<string>? Wanted(GetPolicyAcknowledgement request, CommandContext context, PeopleHistory people)
    {
        if (request.User.Length > 0)
        {
            return request.User.Select(u => AcknowledgementRights.Require(people.Resolve(u, context.Now.UtcTicks), context.Operator, AcknowledgementRights.Readers).Id).ToHashSet(StringComparer.Ordinal);
        }

        return context.Operator.Roles.Overlaps(AcknowledgementRights.Readers) ? null : new HashSet<string>(StringComparer.Ordinal) { context.Operator.Id };
    }
}
