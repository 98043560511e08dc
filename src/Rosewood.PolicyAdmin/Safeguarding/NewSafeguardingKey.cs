using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>
/// Makes the key that opens safeguarding concerns, and registers its public part. The safeguarding lead does it themself, under their own
/// account; with -Escrow the head teacher, another senior leader or a governor. The file is yours: on a USB stick, not in the workspace, and
/// best printed too. Without file and passphrase nobody opens the concerns, whoever owns this computer. docs/safeguarding-key.md tells it step by step.
/// </summary>
/// <example><code>New-SafeguardingKey -KeyPath /media/usb/safeguarding.key</code>The safeguarding lead's; the passphrase is asked for twice.</example>
/// <example><code>New-SafeguardingKey -KeyPath /media/usb/escrow.key -Escrow</code>The one for the day on which the lead's is lost.</example>
public sealed class NewSafeguardingKey : PolicyRequest
{
    /// <summary>The key's file, which is made; no file is written over.</summary>
    [FilePath]
    public string KeyPath { get; set; } = "";

    /// <summary>A file that only you may read, whose first line is the passphrase. Default: asked for twice.</summary>
    [FilePath]
    public string? PassphraseFile { get; set; }

    /// <summary>An escrow key, kept outside IT.</summary>
    public bool Escrow { get; set; }
}

internal sealed class NewSafeguardingKeyHandler : CommandHandler<NewSafeguardingKey>
{
    public override Task HandleAsync(NewSafeguardingKey request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var kind = request.Escrow ? SafeguardingKeyKind.Escrow : SafeguardingKeyKind.Lead;
        if (context.Operator is not { Person: { } holder, IsEmployed: true } || !SafeguardingKeyBook.MayHold(context.Operator.Roles, kind))
        {
            throw SafeguardingFaults.KeyHolder(context.Operator.DisplayName, kind).ToException();
        }

        var path = KeyPlace.Require(request.KeyPath, context.Workspace.Paths.Root);
        if (!sink.ShouldProcess(path, $"Make a safeguarding key ({kind}) for {holder.DisplayName} and register it"))
        {
            return Task.CompletedTask;
        }

        var passphrase = Passphrase.Choose(request.PassphraseFile, sink);
        using var key = SafeguardingPrivateKey.Create();
        key.Write(path, passphrase, $"Safeguarding key ({kind}) of {holder.DisplayName}");
        SafeguardingKeyFact fact;
        try
        {
            fact = Register(key, kind, holder.Id, context);
        }
        catch
        {
            // A file whose key nobody knows would only be mistaken for one that opens something.
            File.Delete(path);
            throw;
        }

        var book = new SafeguardingKeyBook(context, context.LoadPeople());
        var concerns = context.Store.Concerns.LoadAll();
        sink.Write(SafeguardingKey.Of(fact, book, concerns, context));
        if (concerns.Count > 0 && kind == SafeguardingKeyKind.Lead)
        {
            sink.Warn("Concerns reported before today do not open with this key yet. Update-SafeguardingKey with the escrow key, or with the key of the lead before, opens them to it.");
        }

        if (kind == SafeguardingKeyKind.Lead && !book.InUse().Any(static k => k.Kind == SafeguardingKeyKind.Escrow))
        {
            sink.Warn("No escrow key is in use: if this file or its passphrase is lost, nobody opens the concerns. The head teacher or the chair of governors makes one with New-SafeguardingKey -Escrow.");
        }

        return Task.CompletedTask;
    }

    private static SafeguardingKeyFact Register(SafeguardingPrivateKey key, SafeguardingKeyKind kind, string holderId, CommandContext context)
    {
        using var change = context.BeginChange();
        var fact = new SafeguardingKeyFact(context.Store.SafeguardingKeys.NextId(change), kind, holderId, key.Fingerprint, key.PublicKey, change.Origin.At, EndedAt: null);
        context.Store.SafeguardingKeys.Add(change, fact);
        change.Audit(SafeguardingKeyBook.Clause, Storage.SafeguardingKeyRecords.SubjectOf(fact), before: null, new { fact.Id, fact.Kind, Holder = holderId, fact.Fingerprint });
        change.Commit();
        return fact;
    }
}
