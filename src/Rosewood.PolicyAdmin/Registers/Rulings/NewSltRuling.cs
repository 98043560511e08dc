using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Files;

namespace Rosewood.PolicyAdmin.Registers.Rulings;

/// <summary>
/// Records what SLT ruled where it was in doubt whether a system may be used to communicate (COM-4). Find-UnofficialCorrespondence names the
/// ruling at a finding that it explains; the finding stays. It opens no social media: Grant-SocialMediaAccess does. For SLT.
/// </summary>
/// <example><code>New-SltRuling -Subject 'Hospital letters by their portal' -Ruling Permitted -System letters.hospital.example -Reason 'The hospital sends no other way' -DecidedBy head -Until 2027-07-31</code>A system by its domain, until the end of July.</example>
/// <example><code>New-SltRuling -Subject 'Class photos by a photo app' -Ruling Refused -System 'Photo Share' -Reason 'No agreement on data protection' -DecidedBy deputy</code>A system by its name.</example>
/// <example><code>New-SltRuling -Path rulings.csv -WhatIf</code>What a file would add: the columns as rosewood Get-SltRuling -As Csv prints them, of which Subject, Ruling, System and Reason are needed.</example>
public sealed class NewSltRuling : PolicyRequest
{
    /// <summary>What was in doubt, in a few words.</summary>
    public string Subject { get; set; } = "";

    /// <summary>What was ruled: Permitted or Refused.</summary>
    public RulingKind? Ruling { get; set; }

    /// <summary>The system, by name or, so that audits can tell it, by its domain. Never an address.</summary>
    public string System { get; set; } = "";

    /// <summary>From when, school local time. Default: now, and never before: what happened earlier was not ruled.</summary>
    public TimeInput? From { get; set; }

    /// <summary>Until when; a date alone includes that day. Default: until it is closed.</summary>
    public TimeInput? Until { get; set; }

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The SLT member who decided. Default: who runs the command.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>
    /// Instead of one: a CSV file with the columns Subject, Ruling, System, Reason, and optionally From, Until and DecidedBy. Whole, or not at
    /// all. What rosewood Get-SltRuling -As Csv wrote can be read back; none holds before it is recorded here.
    /// </summary>
    [FilePath]
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Path.Length > 0)
        {
            RegisterText.RefuseBoth(Subject + System);
        }
    }
}

internal sealed class NewSltRulingHandler : CommandHandler<NewSltRuling>
{
    public override Task HandleAsync(NewSltRuling request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var book = new RulingBook(context, people);
        IReadOnlyList<SltRulingFact> drafts = request.Path.Length == 0
            ? [book.Draft(request, new RegisterGuard())!]
            : RegisterFile.Read(request.Path, RulingBook.Columns, sink, row => book.Draft(RulingBook.Of(row, request), row.Guard), cancellationToken);
        var (target, action) = request.Path.Length == 0
            ? (drafts[0].System, $"Record the ruling: {drafts[0].Ruling}, decided by {PersonNames.Show(people, drafts[0].LeaderId, context.Now.UtcTicks)}")
            : (request.Path, RegisterFile.Describe(drafts.Count, "ruling", "rulings"));
        if (drafts.Count == 0 || !sink.ShouldProcess(target, action))
        {
            return Task.CompletedTask;
        }

        var made = book.Record(drafts, request.Path.Length > 0);
        foreach (var fact in made)
        {
            sink.Write(SltRuling.Of(new RecordedRuling(fact, Ending: null), people, context, fact.RecordedAt));
        }

        foreach (var note in made.SelectMany(book.Notes))
        {
            sink.Warn(note);
        }

        RegisterFile.TellKnown(drafts.Count - made.Count, sink);
        return Task.CompletedTask;
    }
}
