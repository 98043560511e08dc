using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Files;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>Checks agreements, typed or from a file, before any is recorded.</summary>
/// <param name="context">The command.</param>
/// <param name="people">The roster.</param>
/// <param name="book">The register.</param>
/// <param name="sink">Where warnings go.</param>
internal sealed class AgreementDraft(CommandContext context, PeopleHistory people, FamilyLinkBook book, ICommandSink sink)
{
    /// <summary>What a reason reads like.</summary>
    public const string Example = "Mother abroad, no telephone";

    /// <summary>The file's columns.</summary>
    public static IReadOnlyList<CsvColumn> Columns { get; } = RegisterFile.Columns(
        [RegisterFile.User, new("FamilyId", Required: true, "Family"), new("Reason", Required: true)],
        ["Services", "AgreedBy", "From", "Until", "Status"],
        ["Id", "RecordedBy", "RecordedAt", "UpdatedAt", "UpdatedBy", "Before", "ClosedAt", "ClosedReason"]);

    /// <summary>A row as a person would have typed it.</summary>
    public static NewFamilyContactAgreement Of(RegisterRow row, NewFamilyContactAgreement request) => new()
    {
        User = row.Text("User") ?? "",
        FamilyId = row.Text("FamilyId") ?? "",
        Reason = row.Text("Reason") ?? "",
        Service = row.List("Services"),
        AgreedBy = row.Text("AgreedBy") ?? request.AgreedBy,
        From = row.Time("From"),
        Until = row.Time("Until") ?? request.Until,
    };

    /// <summary>The entry; null where the guard has taken note of a problem.</summary>
    public FamilyLinkDraft? Read(NewFamilyContactAgreement request, RegisterGuard guard)
    {
        var zone = context.Workspace.Zone;
        var subject = guard.Check(nameof(request.User), () => people.Resolve(request.User, context.Now.UtcTicks));
        var leader = subject is null ? null : guard.Check(nameof(request.AgreedBy), () => book.Leader(nameof(request.AgreedBy), request.AgreedBy, subject, context.Now));
        var reason = guard.Check(nameof(request.Reason), () => RegisterText.Require(nameof(request.Reason), request.Reason, Example));
        var services = guard.Check("Services", () => CatalogueLoader.Names(request.Service, context));
        var asked = guard.Check(nameof(request.From), () => request.From?.ToStart(zone).ToUniversalTime());
        var until = guard.Check(nameof(request.Until), () => request.Until?.ToEnd(zone).ToUniversalTime());
        guard.Check(nameof(request.Until), () => RegisterPeriod.Start(asked, until, context.Now));
        var family = guard.Check(nameof(request.FamilyId), () => FamilyLinkBook.Family(request.FamilyId, context, sink));
        return guard.HasFailed || subject is null || leader is null ? null : new FamilyLinkDraft(subject, family!, leader, services!, (id, at) => new FamilyLinkFact
        {
            Id = id,
            Kind = FamilyLinkKind.FamilyContactAgreement,
            PersonId = subject.Id,
            FamilyId = family!,
            From = RegisterPeriod.Start(asked, until, at),
            Until = until,
            Text = reason!,
            Services = services!,
            LeaderId = leader.Id,
            RecordedBy = context.Operator.Id,
            RecordedAt = at,
        });
    }
}
