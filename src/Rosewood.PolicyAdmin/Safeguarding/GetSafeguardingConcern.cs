using System.Globalization;
using System.Security.Cryptography;
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
        var asked = context.Store.Concerns.LoadAll()
            .Where(c => (ids.Count == 0 || ids.Contains(c.Id, StringComparer.OrdinalIgnoreCase)) && !(c.At < from) && !(c.At >= to))
            .ToList();
        var found = asked.FindAll(c => c.Wrapped.Keys.Any(leads.Contains) ? isLead || IsOwn(c, SafeguardingKeyKind.Lead, book, context) : IsOwn(c, SafeguardingKeyKind.Escrow, book, context));
        foreach (var id in ids.Where(id => !found.Exists(c => string.Equals(c.Id, id, StringComparison.OrdinalIgnoreCase))))
        {
            sink.Report(SafeguardingFaults.ConcernNotFound(PlainText.Shorten(id)));
        }

        using var key = request.KeyPath is { } path ? SafeguardingPrivateKey.Read(path, Passphrase.Read(request.PassphraseFile, sink)) : null;
        var registered = key is null ? null : book.Registered(key, request.KeyPath!);
        Audit(context, found, registered);
        TellWaiting([.. asked.Except(found).Where(c => IsOwn(c, SafeguardingKeyKind.Escrow, book, context))], book, sink);
        foreach (var concern in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(concern, key, registered, book, zone, sink);
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Who keeps the escrow key is told of those that it opens and that are a lead's to read. Of no others: what is not sealed to their own
    /// key may be about themself.
    /// </summary>
    private static void TellWaiting(IReadOnlyList<SealedConcern> waiting, SafeguardingKeyBook book, ICommandSink sink)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var holders = book.All.Where(k => k.Kind == SafeguardingKeyKind.Lead && waiting.Any(c => c.Wrapped.ContainsKey(k.Id)))
            .Select(k => book.NameOf(k.PersonId))
            .Distinct(StringComparer.Ordinal);
        var (are, them, their) = waiting.Count == 1 ? ("concern is", "it", "It is") : ("concerns are", "them", "They are");
        sink.Warn(string.Create(
            CultureInfo.InvariantCulture,
            $"{waiting.Count} {are} sealed for the safeguarding lead ({string.Join(", ", holders)}) and for your escrow key. {their} the lead's to read, and not listed for you. Where the lead's key is lost, or the lead is another, the lead makes a new key with New-SafeguardingKey, and you open {them} to it with Update-SafeguardingKey and your key's file (docs/safeguarding-key.md)."));
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
            sink.Write(key is null ? shown : Opened(shown, ContentOf(concern, key, registered!.Id), book, zone));
        }
        catch (FaultException e)
        {
            // One that does not open keeps nobody from the others.
            sink.Report(e.Fault);
        }
    }

    private static ConcernContent ContentOf(SealedConcern concern, SafeguardingPrivateKey key, string keyId)
    {
        var (concernKey, content) = SafeguardingKeyBook.Open(concern, key, keyId);
        CryptographicOperations.ZeroMemory(concernKey);
        return content;
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
