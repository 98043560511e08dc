using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>
/// Finds texts to families that were not sent by the admin team, the head or the deputy (COM-3), in what Import-TextMessageLog
/// recorded. A finding is a reason to ask, never a proof; what was looked at, and what could not be seen, is said each time.
/// </summary>
/// <example><code>Find-TextMessageMisuse</code>All recorded texts.</example>
/// <example><code>Find-TextMessageMisuse -From 2026-11-02 -IncludePossible</code>Since that Monday, also what is only possible.</example>
public sealed class FindTextMessageMisuse : PolicyRequest
{
    /// <summary>Messages count from here, school local time. Default: everything.</summary>
    public TimeInput? From { get; set; }

    /// <summary>Messages count until here; a date alone includes that day. Default: everything.</summary>
    public TimeInput? To { get; set; }

    /// <summary>People by name, login or role. Default: everybody, also senders who are not on the roster.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Also what is only possible: less than one half sure.</summary>
    public bool IncludePossible { get; set; }
}

internal sealed class FindTextMessageMisuseHandler : CommandHandler<FindTextMessageMisuse>
{
    public override Task HandleAsync(FindTextMessageMisuse request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var from = request.From?.ToStart(zone);
        var to = request.To?.ToEnd(zone);
        if (from is not null && to is not null && to <= from)
        {
            throw new Fault("PeriodEmpty", FaultKind.InvalidArgument, "To", "The period ends before it begins. Give a -To that is later than -From.").ToException();
        }

        if (context.Store.TextMessages.Messages().Count == 0)
        {
            throw TextMessageFaults.NoneImported().ToException();
        }

        var people = context.LoadPeople();
        var now = context.Now.UtcTicks;
        var wanted = request.User.Select(u => people.Resolve(u, now).Id).ToHashSet(StringComparer.Ordinal);
        var families = FamilyDirectory.Open(context);
        var key = new ContactKeyFile(context.Workspace.Paths, context.Store.FamilyContacts).FindIfThere();
        var judge = new TextJudge(people, context.Config, families, key, now);
        var messages = context.Store.TextMessages.Load(from?.UtcTicks ?? 0, to?.UtcTicks ?? long.MaxValue);
        var signs = messages.Where(static m => !m.IsReceived).Select(judge.Judge).ToList();
        cancellationToken.ThrowIfCancellationRequested();

        var sight = new TextSight(messages, signs, families.Phones, judge.UnknownRulings);
        var collector = new TextCollector(people, now, zone, context.Store.Suppressions.Load(now));
        var possible = 0;
        var wantedSigns = wanted.Count == 0 ? signs : signs.FindAll(s => s.PersonId is { } id && wanted.Contains(id));
        foreach (var finding in collector.Collect(wantedSigns, sight.AreNumbersKnown))
        {
            if (request.IncludePossible || finding.Confidence >= TextWeights.Shown)
            {
                sink.Write(finding);
            }
            else
            {
                possible++;
            }
        }

        foreach (var sentence in sight.Sentences(zone, context.Store.TextMessages.Imports().LastAt, possible, collector.Dismissed))
        {
            sink.Warn(sentence);
        }

        return Task.CompletedTask;
    }
}
