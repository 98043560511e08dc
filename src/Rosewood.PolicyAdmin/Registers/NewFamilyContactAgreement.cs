using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Files;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>
/// Records that SLT agreed to a member of staff's contact with a family on social media, which the child's welfare needs (REL-2). For SLT and
/// the safeguarding lead. It opens nothing: Grant-SocialMediaAccess does. A finding that it explains names it; the finding stays.
/// </summary>
/// <example><code>New-FamilyContactAgreement -User n.ames -FamilyId F-1042 -Service WhatsApp -Reason 'Mother abroad, no telephone' -AgreedBy head -Until 2027-03-31</code>One service, until the end of March.</example>
/// <example><code>New-FamilyContactAgreement -Path agreements.csv -WhatIf</code>What a file would add: the columns as rosewood Get-FamilyContactAgreement -As Csv prints them, of which User, FamilyId and Reason are needed.</example>
/// <example><code>New-FamilyContactAgreement -User 'Nell Ames' -FamilyId F-1042 -Reason 'Medical updates by the hospital group' -AgreedBy deputy</code>All services, until it is closed.</example>
public sealed class NewFamilyContactAgreement : PolicyRequest
{
    /// <summary>The member of staff: login name, UPN, full name or role.</summary>
    public string User { get; set; } = "";

    /// <summary>The family, by the school's id as in the file of family contacts. Never an address.</summary>
    public string FamilyId { get; set; } = "";

    /// <summary>Services by name or alias. Default: all.</summary>
    public string[] Service { get; set; } = [];

    /// <summary>Why the child needs it.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The SLT member who agreed: someone else than the user. Default: who runs the command.</summary>
    public string? AgreedBy { get; set; }

    /// <summary>From when, school local time. Default: now, and never before: what happened earlier was not agreed.</summary>
    public TimeInput? From { get; set; }

    /// <summary>Until when; a date alone includes that day. Default: until it is closed.</summary>
    public TimeInput? Until { get; set; }

    /// <summary>
    /// Instead of one: a CSV file with the columns User, FamilyId, Reason, and optionally Services, AgreedBy, From and Until. Whole, or not at
    /// all. What rosewood Get-FamilyContactAgreement -As Csv wrote can be read back; none counts before it is recorded here.
    /// </summary>
    [FilePath]
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Path.Length > 0)
        {
            RegisterText.RefuseBoth(User);
            return;
        }

        RegisterText.RequireFamily(FamilyId);
        RegisterText.Require(nameof(Reason), Reason, AgreementDraft.Example);
    }
}

internal sealed class NewFamilyContactAgreementHandler : CommandHandler<NewFamilyContactAgreement>
{
    public override Task HandleAsync(NewFamilyContactAgreement request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var book = new FamilyLinkBook(context, people);
        var reader = new AgreementDraft(context, people, book, sink);
        IReadOnlyList<FamilyLinkDraft> drafts = request.Path.Length == 0
            ? [reader.Read(request, new RegisterGuard())!]
            : RegisterFile.Read(request.Path, AgreementDraft.Columns, sink, row => reader.Read(AgreementDraft.Of(row, request), row.Guard), cancellationToken);
        var (target, action) = request.Path.Length == 0
            ? (drafts[0].Subject.DisplayName, $"Record contact with family {drafts[0].FamilyId} on {(drafts[0].Services.Count == 0 ? "all services" : string.Join(", ", drafts[0].Services))}, agreed by {drafts[0].Leader.DisplayName}")
            : (request.Path, RegisterFile.Describe(drafts.Count, "agreed contact", "agreed contacts"));
        if (drafts.Count == 0 || !sink.ShouldProcess(target, action))
        {
            return Task.CompletedTask;
        }

        var made = book.Record(FamilyLinkKind.FamilyContactAgreement, [.. drafts.Select(static d => d.Make)], request.Path.Length > 0);
        foreach (var fact in made)
        {
            sink.Write(FamilyContactAgreement.Of(new RecordedFamilyLink(fact, Ending: null), book, fact.RecordedAt));
        }

        RegisterFile.TellKnown(drafts.Count - made.Count, sink);
        return Task.CompletedTask;
    }
}
