using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>
/// Opens concerns to the keys that are in use now, by means of one that opens them already: the escrow key, or the key of the lead before.
/// A concern about a safeguarding lead is opened to no lead's key. Retires keys that were lost or are not used any more. Nothing is shown of what the
/// concerns say.
/// </summary>
/// <example><code>Update-SafeguardingKey -KeyPath /media/usb/escrow.key</code>A new safeguarding lead, or a lost key: the escrow key opens the concerns to the new one.</example>
/// <example><code>Update-SafeguardingKey -Retire SK-0001 -Reason 'USB stick lost on a trip'</code>Nothing new is sealed to that key.</example>
public sealed class UpdateSafeguardingKey : PolicyRequest
{
    /// <summary>The file of a key that opens the concerns already.</summary>
    [FilePath]
    public string? KeyPath { get; set; }

    /// <summary>A file that only you may read, whose first line is the passphrase. Default: asked for.</summary>
    [FilePath]
    public string? PassphraseFile { get; set; }

    /// <summary>Keys to retire, by id.</summary>
    public string[] Retire { get; set; } = [];

    /// <summary>Why they are retired; kept with them.</summary>
    public string? Reason { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (KeyPath is null && Retire.Length == 0)
        {
            throw SafeguardingFaults.NothingToDo().ToException();
        }

        if (Retire.Length > 0)
        {
            RegisterText.Require(nameof(Reason), Reason, "USB stick lost");
        }
    }
}

internal sealed class UpdateSafeguardingKeyHandler : CommandHandler<UpdateSafeguardingKey>
{
    public override Task HandleAsync(UpdateSafeguardingKey request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var book = new SafeguardingKeyBook(context, context.LoadPeople());
        var retired = request.Retire.Select(id => Retirable(id.Trim(), book, context)).ToList();
        var counts = (Opened: 0, Already: 0, NotFor: 0);
        if (request.KeyPath is { } path)
        {
            using var key = SafeguardingPrivateKey.Read(path, Passphrase.Read(request.PassphraseFile, sink));
            var registered = book.Registered(key, path);
            if (sink.ShouldProcess("safeguarding concerns", $"Open what {registered.Id} opens to the keys in use"))
            {
                counts = Rewrap(key, registered, retired, book, context, sink, cancellationToken);
            }
        }

        if (retired.Count > 0 && sink.ShouldProcess(string.Join(", ", retired.Select(static k => k.Id)), "Retire: nothing new is sealed to it"))
        {
            using var change = context.BeginChange();
            foreach (var key in retired)
            {
                if (!context.Store.SafeguardingKeys.Retire(change, key.Id, context.Operator.Id, RegisterText.Read(nameof(request.Reason), request.Reason)!))
                {
                    throw SafeguardingFaults.KeyNotFound(key.Id).ToException();
                }

                change.Audit(SafeguardingKeyBook.Clause, key.Id, before: null, new { Retired = true });
            }

            change.Commit();
        }
        else
        {
            retired = [];
        }

        sink.Write(new SafeguardingKeyUpdate(counts.Opened, counts.Already, counts.NotFor, [.. retired.Select(static k => k.Id)]));
        return Task.CompletedTask;
    }

    private static SafeguardingKeyFact Retirable(string id, SafeguardingKeyBook book, CommandContext context)
    {
        var key = book.All.FirstOrDefault(k => string.Equals(k.Id, id, StringComparison.OrdinalIgnoreCase) && k.EndedAt is null) ?? throw SafeguardingFaults.KeyNotFound(PlainText.Shorten(id)).ToException();
        return string.Equals(key.PersonId, context.Operator.Person?.Id, StringComparison.Ordinal)
            || context.Operator.Roles.Contains(Role.HeadTeacher)
            || book.StatusOf(key) == SafeguardingKeyStatus.HolderChanged
                ? key
                : throw SafeguardingFaults.KeyNotYours(key.Id).ToException();
    }

    private static (int Opened, int Already, int NotFor) Rewrap(
        SafeguardingPrivateKey key,
        SafeguardingKeyFact registered,
        List<SafeguardingKeyFact> retiring,
        SafeguardingKeyBook book,
        CommandContext context,
        ICommandSink sink,
        CancellationToken cancellationToken)
    {
        var (opened, already, notFor) = (new List<string>(), 0, 0);
        using var change = context.BeginChange();
        foreach (var concern in context.Store.Concerns.LoadAll())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!concern.Wrapped.ContainsKey(registered.Id))
            {
                notFor++;
                continue;
            }

            try
            {
                var (concernKey, content) = SafeguardingKeyBook.Open(concern, key, registered.Id);
                List<SafeguardingKeyFact> missing;
                try
                {
                    missing = [.. book.RecipientsOf(content).Where(k => !concern.Wrapped.ContainsKey(k.Id) && !retiring.Contains(k))];
                    missing.ForEach(k => context.Store.Concerns.AddWrap(change, concern.Id, k.Id, ConcernEnvelope.Wrap(concernKey, concern.Id, k)));
                }
                finally
                {
                    CryptographicOperations.ZeroMemory(concernKey);
                }

                if (missing.Count == 0)
                {
                    already++;
                }
                else
                {
                    opened.Add(concern.Id);
                }
            }
            catch (FaultException e) when (e.Fault.Kind == FaultKind.Corrupt && string.Equals(e.Fault.Target, concern.Id, StringComparison.Ordinal))
            {
                sink.Report(e.Fault);
            }
        }

        change.Audit(SafeguardingKeyBook.Clause, $"opened with {registered.Id}", before: null, new { Concerns = opened });
        change.Commit();
        return (opened.Count, already, notFor);
    }
}
