using System.Globalization;
using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Correspondence.Families;

/// <summary>
/// Imports how families can be reached from a CSV file: whole, or not at all. Addresses and phone numbers are hashed with a key that lies
/// outside the store (keys/contact.key in the workspace), and never kept otherwise. Of a family in the file exactly the file's contacts
/// stay; families that the file lacks stay as they are.
/// </summary>
/// <example><code>Import-FamilyContact -Path families.csv -WhatIf</code>Shows what the file would change.</example>
/// <example><code>Import-FamilyContact -Path families.csv -RemoveMissing</code>The file is the whole register: families that it lacks are taken out.</example>
public sealed class ImportFamilyContact : PolicyRequest
{
    /// <summary>
    /// The CSV file, with the columns FamilyId, Relationship, Address and Phone: a row for each contact. Phone numbers without a country are
    /// UK numbers. Delete the file afterwards.
    /// </summary>
    [FilePath]
    public string Path { get; set; } = "";

    /// <summary>The file is the whole register: recorded families that it lacks are taken out. Without it they stay.</summary>
    public bool RemoveMissing { get; set; }

    /// <inheritdoc/>
    public override void Validate() => ImportFaults.RequirePath(Path, "families.csv");
}

internal sealed class ImportFamilyContactHandler : CommandHandler<ImportFamilyContact>
{
    /// <summary>How long one note that families are still the school's is enough.</summary>
    private static readonly TimeSpan SeenAnew = TimeSpan.FromDays(7);

    private const string Clause = "COM-1";
    private const string NothingStored = "Nothing of them was stored.";

    public override Task HandleAsync(ImportFamilyContact request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var keys = new ContactKeyFile(context.Workspace.Paths, context.Store.FamilyContacts);
        var isKeyLost = keys.IsLost;
        var table = CsvTable.Open(request.Path, FamilyContactFile.Columns, sink, NothingStored);

        // Under -WhatIf nothing is made, so hashes by a key that is thrown away have to do where there is none yet.
        var isKeyMissing = isKeyLost || !PrivateFiles.IsThere(context.Workspace.Paths.ContactKey);
        var key = isKeyMissing ? new ContactKey(RandomNumberGenerator.GetBytes(ContactKey.Length)) : keys.FindOrMake(isKeyLost);
        var rows = Read(table, key, cancellationToken);
        var plan = new FamilyContactPlan(rows, context.Store.FamilyContacts.Load(), request.RemoveMissing, isKeyLost);
        if (isKeyLost)
        {
            sink.Warn("The key of the recorded family contacts is gone. This import makes a new one and takes all contacts recorded before out: import every family.");
        }

        if (plan.ChangesAnything)
        {
            if (!sink.ShouldProcess(request.Path, Describe(plan)))
            {
                return Task.CompletedTask;
            }

            if (isKeyMissing)
            {
                key = keys.FindOrMake(isKeyLost);
                rows = Read(CsvTable.Open(request.Path, FamilyContactFile.Columns, SilentSink.Instance), key, cancellationToken);
            }

            plan = Apply(rows, key, request, context, isKeyLost);
        }
        else
        {
            MarkSeen(rows, context, sink);
        }

        if (plan.MissingFamilies > 0)
        {
            sink.Warn(string.Create(CultureInfo.InvariantCulture, $"{plan.MissingFamilies} recorded {(plan.MissingFamilies == 1 ? "family is" : "families are")} not in the file, and left as they are. Where the file is the whole register, import it with -RemoveMissing."));
        }

        sink.Write(new FamilyContactImport(request.Path, rows.Count, plan.Families, plan.Added.Count, plan.Unchanged, plan.Removed.Count, plan.MissingFamilies));
        return Task.CompletedTask;
    }

    private static IReadOnlyList<HashedContact> Read(CsvTable table, ContactKey key, CancellationToken cancellationToken)
    {
        var rows = new FamilyContactFile(table, key).Read(cancellationToken);
        table.ThrowIfInvalid();
        return rows;
    }

    /// <summary>An import without changes still says that its families are the school's: their time in the register counts from it (GOV-1).</summary>
    private static void MarkSeen(IReadOnlyList<HashedContact> rows, CommandContext context, ICommandSink sink)
    {
        var families = rows.Select(static r => r.FamilyId).Distinct(StringComparer.Ordinal).ToList();
        if (!context.Store.FamilyContacts.IsSeenBefore(families, context.Now - SeenAnew) || !sink.ShouldProcess("families", "Note that the file still has them"))
        {
            return;
        }

        using var change = context.BeginChange();
        context.Store.FamilyContacts.MarkSeen(change, families);
        change.Audit(Clause, "families seen", before: null, new { Families = families.Count });
        change.Commit();
    }

    private static FamilyContactPlan Apply(IReadOnlyList<HashedContact> rows, ContactKey key, ImportFamilyContact request, CommandContext context, bool isKeyLost)
    {
        using var change = context.BeginChange();

        // Another command may have changed the register while a person was asked: what counts is what stands now.
        var contacts = context.Store.FamilyContacts;
        var register = contacts.Load();
        var isStale = isKeyLost || (register.Count > 0 && !string.Equals(contacts.GetKeyMark(), key.Mark, StringComparison.Ordinal));
        var plan = new FamilyContactPlan(rows, register, request.RemoveMissing, isStale);
        if (!plan.ChangesAnything)
        {
            return plan;
        }

        contacts.SetKeyMark(change, key.Mark);
        foreach (var contact in plan.Removed)
        {
            contacts.Remove(change, contact.Number);
        }

        foreach (var contact in plan.Added)
        {
            contacts.Add(change, contact);
        }

        contacts.MarkSeen(change, rows.Select(static r => r.FamilyId).Distinct(StringComparer.Ordinal));
        foreach (var (family, before, after) in plan.Changes())
        {
            change.Audit(Clause, $"family:{family}", before, after);
        }

        change.Commit();
        return plan;
    }

    private static string Describe(FamilyContactPlan plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"Import family contacts: {plan.Added.Count} new, {plan.Unchanged} unchanged, {plan.Removed.Count} removed");

    /// <summary>The file was told about when it was opened first.</summary>
    private sealed class SilentSink : ICommandSink
    {
        public static readonly SilentSink Instance = new();

        public void Write(object value)
        {
        }

        public void Warn(string message)
        {
        }

        public void Report(Fault fault)
        {
        }

        public void Progress(CommandProgress progress)
        {
        }

        public bool ShouldProcess(string target, string action) => false;
    }
}
