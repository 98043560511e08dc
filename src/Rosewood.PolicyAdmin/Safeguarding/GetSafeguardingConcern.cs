using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>
/// Shows safeguarding concerns (SAF-1). For the safeguarding lead; those about the lead are for whoever keeps the escrow key. Without -KeyPath
/// the numbers only; with the key's file, whose passphrase is asked for, what they say. Each reading is in the audit trail.
/// </summary>
/// <example><code>Get-SafeguardingConcern</code>Which there are.</example>
/// <example><code>Get-SafeguardingConcern -KeyPath /media/usb/safeguarding.key -From 2026-11-23</code>What was reported since that Monday.</example>
public sealed class GetSafeguardingConcern : PolicyRequest
{
    /// <summary>Concerns by number. Default: all.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>The key's file, as New-SafeguardingKey made it. Default: nothing is opened.</summary>
    [FilePath]
    public string? KeyPath { get; set; }

    /// <summary>A file that only you may read, whose first line is the passphrase. Default: asked for.</summary>
    [FilePath]
    public string? PassphraseFile { get; set; }

    /// <summary>Reported at or after this, school local time. Default: from the beginning.</summary>
    public TimeInput? From { get; set; }

    /// <summary>Reported before this; a date alone includes that day. Default: to the end.</summary>
    public TimeInput? To { get; set; }
}

internal sealed class GetSafeguardingConcernHandler : CommandHandler<GetSafeguardingConcern>
{
    public override Task HandleAsync(GetSafeguardingConcern request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var book = new SafeguardingKeyBook(context, context.LoadPeople());
        var isLead = context.Operator.Roles.Contains(Role.SafeguardingLead);
        if (!isLead && !book.KeepsEscrow())
        {
            throw SafeguardingFaults.NotForReader(context.Operator.DisplayName).ToException();
        }

        // A lead sees all that leads open, also what is not yet sealed to their own key; others what their own keys open and no lead's does.
        var leads = book.All.Where(k => k.Kind == SafeguardingKeyKind.Lead).Select(static k => k.Id).ToHashSet(StringComparer.Ordinal);
        var ids = request.Id.Select(static i => i.Trim()).ToList();
        var (from, to) = (request.From?.ToStart(zone), request.To?.ToEnd(zone));
        var found = context.Store.Concerns.LoadAll()
            .Where(c => c.Wrapped.Keys.Any(leads.Contains) ? isLead || IsOwn(c, SafeguardingKeyKind.Lead, book, context) : IsOwn(c, SafeguardingKeyKind.Escrow, book, context))
            .Where(c => (ids.Count == 0 || ids.Contains(c.Id, StringComparer.OrdinalIgnoreCase)) && !(c.At < from) && !(c.At >= to))
            .ToList();
        foreach (var id in ids.Where(id => !found.Exists(c => string.Equals(c.Id, id, StringComparison.OrdinalIgnoreCase))))
        {
            sink.Report(SafeguardingFaults.ConcernNotFound(PlainText.Shorten(id)));
        }

        using var key = request.KeyPath is { } path ? SafeguardingPrivateKey.Read(path, Passphrase.Read(request.PassphraseFile, sink)) : null;
        var registered = key is null ? null : book.Registered(key, request.KeyPath!);
        Audit(context, found, registered);
        foreach (var concern in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(concern, key, registered, book, zone, sink);
        }

        return Task.CompletedTask;
    }

    /// <summary>Before anything is shown: who reads is on record also where the program is ended in the middle.</summary>
    private static void Audit(CommandContext context, List<SealedConcern> found, SafeguardingKeyFact? key)
    {
        using var change = context.BeginChange();
        change.Audit(SafeguardingKeyBook.Clause, key is null ? "listed" : "read", before: null, new { Concerns = found.ConvertAll(static c => c.Id), Key = key?.Id });
        change.Commit();
    }

    private static void Write(SealedConcern concern, SafeguardingPrivateKey? key, SafeguardingKeyFact? registered, SafeguardingKeyBook book, TimeZoneInfo zone, ICommandSink sink)
    {
        var shown = new SafeguardingConcern
        {
            Id = concern.Id,
            ReportedAt = TimeZoneInfo.ConvertTime(concern.At, zone),
            Keys = [.. concern.Wrapped.Keys.Order(StringComparer.Ordinal)],
        };
        try
        {
            sink.Write(key is null ? shown : Opened(shown, SafeguardingKeyBook.Open(concern, key, registered!.Id).Content, book, zone));
        }
        catch (FaultException e)
        {
            // One that does not open keeps nobody from the others.
            sink.Report(e.Fault);
        }
    }

    private static SafeguardingConcern Opened(SafeguardingConcern shown, ConcernContent content, SafeguardingKeyBook book, TimeZoneInfo zone) => shown with
    {
        Kind = content.Kind,
        About = content.About,
        What = content.What,
        When = content.When is { } at ? TimeZoneInfo.ConvertTime(at, zone) : null,
        Services = content.Services,
        NamedInPolicy = content.NamedInPolicy,
        ReportedBy = book.NameOf(content.ReportedBy),
    };

    /// <summary>Whether it is sealed to one of the operator's own keys of a kind.</summary>
    private static bool IsOwn(SealedConcern concern, SafeguardingKeyKind kind, SafeguardingKeyBook book, CommandContext context) => book.All.Any(k =>
        k.Kind == kind && string.Equals(k.PersonId, context.Operator.Person?.Id, StringComparison.Ordinal) && concern.Wrapped.ContainsKey(k.Id));
}
