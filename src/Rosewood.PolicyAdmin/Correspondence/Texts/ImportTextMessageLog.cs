using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>
/// Imports the texts that went to families through the school's text service (Teachers to Parents) from its export, a CSV file: whole, or
/// not at all (COM-3). Kept are when, who sent it, the number as a keyed hash, what became of it and how many texts it was; never what it
/// said. Exports may overlap: nothing is counted twice.
/// </summary>
/// <example><code>Import-TextMessageLog -Path sent-messages.csv -WhatIf</code>Shows how many messages would be added.</example>
/// <example><code>Import-TextMessageLog -Path sent-messages.csv</code>Adds them. Delete the file afterwards.</example>
public sealed class ImportTextMessageLog : PolicyRequest
{
    /// <summary>
    /// The CSV file: when, who sent it, to which number. Which columns these are is in policy.json (correspondence.textMessages), unless they
    /// have usual names. A workbook is saved as CSV first. Delete the file afterwards: it holds families' numbers and what was written.
    /// </summary>
    [FilePath]
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    public override void Validate() => ImportFaults.RequirePath(Path, "sent-messages.csv");
}

internal sealed class ImportTextMessageLogHandler : CommandHandler<ImportTextMessageLog>
{
    private const string Clause = "COM-3";

    public override Task HandleAsync(ImportTextMessageLog request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var keys = new ContactKeyFile(context.Workspace.Paths, context.Store.FamilyContacts);
        if (keys.IsLost)
        {
            throw FamilyFaults.KeyLost(context.Workspace.Paths.ContactKey).ToException();
        }

        var rows = TextMessageFile.Open(request.Path, context.Config, context.Workspace.Zone, sink).Read(cancellationToken);
        var senders = new TextSenders(context.LoadPeople(), context.Config);

        // Under -WhatIf nothing is made, so hashes by a key that is thrown away have to do where there is none yet.
        var isKeyMissing = !PrivateFiles.IsThere(context.Workspace.Paths.ContactKey);
        var key = isKeyMissing ? new ContactKey(RandomNumberGenerator.GetBytes(ContactKey.Length)) : keys.FindOrMake(isLost: false);
        var plan = Plan(rows, key, senders, context);
        if (plan.Added.Count > 0)
        {
            if (!sink.ShouldProcess(request.Path, $"Import text messages: {plan.Added.Count} new, {plan.Known} recorded already"))
            {
                return Task.CompletedTask;
            }

            plan = Apply(rows, isKeyMissing ? keys.FindOrMake(isLost: false) : key, senders, context);
        }

        Tell(plan, sink);
        sink.Write(Result(request.Path, plan, context.Workspace.Zone));
        return Task.CompletedTask;
    }

    private static TextMessagePlan Plan(IReadOnlyList<TextRow> rows, ContactKey key, TextSenders senders, CommandContext context) => new(
        rows,
        key,
        FamilyDirectory.Open(context),
        senders,
        context.Store.TextMessages.Identities(),
        context.Store.TextMessages.LastOfOtherKeys(key.Mark),
        context.Now.UtcTicks);

    private static TextMessagePlan Apply(IReadOnlyList<TextRow> rows, ContactKey key, TextSenders senders, CommandContext context)
    {
        using var change = context.BeginChange();

        // Another command may have imported the same messages while a person was asked: what counts is what stands now.
        var plan = Plan(rows, key, senders, context);
        if (plan.Added.Count > 0)
        {
            var id = context.Store.TextMessages.Add(change, key.Mark, plan.Added);
            change.Audit(Clause, id, before: null, new TextsImported(
                plan.Added.Count,
                plan.Known,
                plan.Added.Count(static m => m.Number is null),
                new DateTimeOffset(plan.Added.Min(static m => m.UtcTicks), TimeSpan.Zero),
                new DateTimeOffset(plan.Added.Max(static m => m.UtcTicks), TimeSpan.Zero)));
            change.Commit();
        }

        return plan;
    }

    private static TextMessageImport Result(string path, TextMessagePlan plan, TimeZoneInfo zone) => new(
        path,
        plan.Messages,
        plan.Added.Count,
        plan.Known,
        plan.Added.Count(static m => m.Families.Count > 0),
        plan.Added.Count(static m => m.Number is null),
        plan.Added.Count(static m => m is { PersonId: null, IsReceived: false }),
        plan.Added.Count(static m => m.IsReceived),
        Local(plan.Until == 0 ? 0 : plan.From, zone),
        Local(plan.Until, zone));

    private static void Tell(TextMessagePlan plan, ICommandSink sink)
    {
        var unread = plan.Added.Count(static m => m.Number is null);
        if (unread > 0)
        {
            sink.Warn($"{PlainText.Count(unread, "message has", "messages have")} no number that can be read for certain: which family it was for is not known. Excel rounds numbers (7.7009E+09) and drops their first 0: import the export as it was downloaded, without opening it in a spreadsheet. Where the column holds names, say under correspondence.textMessages.columns in policy.json which one holds the numbers.");
        }

        if (plan.NotSentYet > 0)
        {
            sink.Warn($"{PlainText.Count(plan.NotSentYet, "message is", "messages are")} dated in the future, so not sent yet, and left out. Import them with a later export.");
        }

        if (plan.OfOtherKeys > 0)
        {
            sink.Warn($"{PlainText.Count(plan.OfOtherKeys, "message is", "messages are")} from a time of which messages were recorded under another key (keys/contact.key), so whether they are recorded can't be told: they are left out.");
        }
    }

    private static DateTimeOffset? Local(long ticks, TimeZoneInfo zone) => ticks == 0 ? null : TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), zone);
}

/// <summary>What the audit trail keeps of an import of texts.</summary>
/// <param name="Added">Messages that were new.</param>
/// <param name="Known">Messages that were recorded already.</param>
/// <param name="WithoutNumber">New ones without a number that could be read.</param>
/// <param name="From">The first new one.</param>
/// <param name="Until">The last new one.</param>
internal sealed record TextsImported(int Added, int Known, int WithoutNumber, DateTimeOffset From, DateTimeOffset Until);
