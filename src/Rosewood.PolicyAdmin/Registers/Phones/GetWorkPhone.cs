using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers.Phones;

/// <summary>
/// Shows the work numbers of those employed today (COM-2): which may be given to families, whose is missing, and whose is somebody else's as
/// well. Families' numbers are compared by their hashes.
/// </summary>
/// <example><code>Get-WorkPhone</code>All work numbers, and whose is missing.</example>
/// <example><code>Get-WorkPhone -FindingsOnly</code>What is wrong.</example>
public sealed class GetWorkPhone : PolicyRequest
{
    /// <summary>Members of staff: login name, UPN, full name or role. Default: all.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Only where something is wrong.</summary>
    public bool FindingsOnly { get; set; }
}

internal sealed class GetWorkPhoneHandler : CommandHandler<GetWorkPhone>
{
    public override Task HandleAsync(GetWorkPhone request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var now = context.Now.UtcTicks;
        var names = request.User.Select(u => PersonNames.Show(people, people.Resolve(u, now), now)).ToHashSet(StringComparer.Ordinal);
        var phones = WorkPhoneReader.Read(context, out var blind);
        var mayKnowFamilies = context.Operator.Roles.Overlaps(FamilyLinkBook.Readers);
        if (mayKnowFamilies && phones.Any(static p => p.Finding == WorkPhoneFinding.SameAsFamily))
        {
            // What ties staff to families is read here as in its registers.
            using var change = context.BeginChange();
            change.Audit("COM-2", "read", before: null, new { Families = phones.Count(static p => p.Finding == WorkPhoneFinding.SameAsFamily) });
            change.Commit();
        }

        foreach (var phone in phones.Where(p => (names.Count == 0 || names.Contains(p.User)) && (!request.FindingsOnly || p.Finding != WorkPhoneFinding.None)))
        {
            sink.Write(phone.Finding == WorkPhoneFinding.SameAsFamily && !mayKnowFamilies ? phone with { With = [] } : phone);
        }

        if (blind is not null)
        {
            sink.Warn($"Families' numbers could not be compared: {blind.Message}");
        }

        return Task.CompletedTask;
    }
}
