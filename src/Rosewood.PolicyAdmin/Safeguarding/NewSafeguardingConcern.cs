using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>
/// Reports a safeguarding concern (SAF-1, SAF-2): for everybody on the roster. It is sealed for the safeguarding lead before it is stored, so that
/// nobody else reads it, not even whoever owns this computer. Nothing of it stands in the audit trail, in logs or in reports. Best without -About and
/// -What: then it asks, and nothing stays in the shell's history. Nobody is told by machine: tell the safeguarding lead the number that comes back.
/// Where a child is in danger now: 999.
/// </summary>
/// <example><code>New-SafeguardingConcern MessageFromChild -Service Instagram</code>Asks about whom and what, then seals it.</example>
/// <example><code>New-SafeguardingConcern Grooming -When 2026-11-23T19:40 -Service WhatsApp,Kik</code>With when and where it was seen.</example>
/// <example><code>New-SafeguardingConcern Other -AboutSafeguardingLead</code>A concern about the safeguarding lead: sealed for whoever keeps the escrow key, and not for the lead.</example>
public sealed class NewSafeguardingConcern : PolicyRequest
{
    private const int LongestAbout = 500;
    private const int LongestWhat = 20_000;

    /// <summary>What it is a sign of.</summary>
    public ConcernKind Kind { get; set; }

    /// <summary>About whom; a child's initials are enough. Default: asked for.</summary>
    public string? About { get; set; }

    /// <summary>What was seen or sent, in the child's words where they are known. Default: asked for.</summary>
    public string? What { get; set; }

    /// <summary>When it was seen or sent, school local time. Default: not known.</summary>
    public TimeInput? When { get; set; }

    /// <summary>The services on which it was, by name. Default: none.</summary>
    public string[] Service { get; set; } = [];

    /// <summary>It is about a safeguarding lead: sealed for whoever keeps the escrow key only.</summary>
    public bool AboutSafeguardingLead { get; set; }

    /// <summary>It is about the head teacher: not sealed for them.</summary>
    public bool AboutHeadTeacher { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        Check(nameof(About), About, LongestAbout);
        Check(nameof(What), What, LongestWhat);
        Check(nameof(Service), string.Join(',', Service), LongestAbout);
    }

    internal static string Require(string parameter, string? given, string question, ICommandSink sink)
    {
        var text = (given ?? (string.Equals(parameter, nameof(About), StringComparison.Ordinal) ? sink.Ask(question, isSecret: false) : AskLines(question, sink)))?.Trim();
        Check(parameter, text, string.Equals(parameter, nameof(About), StringComparison.Ordinal) ? LongestAbout : LongestWhat);
        return string.IsNullOrEmpty(text) ? throw SafeguardingFaults.TextMissing(parameter).ToException() : text;
    }

    /// <summary>
    /// Several lines, as a chat is pasted, empty ones too: what stood behind the end would go to the shell, and into its history. So it ends
    /// with what no chat has, a line of a full stop alone.
    /// </summary>
    private static string? AskLines(string question, ICommandSink sink)
    {
        const string End = ".";
        var lines = new List<string>();
        var length = 0;
        for (var line = sink.Ask(question + "; end with a line that is a full stop", isSecret: false);
            line is not null && !line.Trim().Equals(End, StringComparison.Ordinal);
            line = length > LongestWhat ? null : sink.Ask("More, or a full stop", isSecret: false))
        {
            // More than may be said is a fault in any case: whatever answers for ever is not asked for ever.
            lines.Add(line);
            length += line.Length + 1;
        }

        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static void Check(string parameter, string? text, int longest)
    {
        if (text?.Length > longest)
        {
            throw SafeguardingFaults.TextInvalid(parameter, longest).ToException();
        }
    }
}

internal sealed class NewSafeguardingConcernHandler : CommandHandler<NewSafeguardingConcern>
{
    public override Task HandleAsync(NewSafeguardingConcern request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        if (context.Operator is not { Person: { } reporter, IsEmployed: true })
        {
            throw SafeguardingFaults.ReporterUnknown(context.Operator.Account).ToException();
        }

        var people = context.LoadPeople();
        var book = new SafeguardingKeyBook(context, people);
        var services = Services(request.Service, context);
        var content = new ConcernContent
        {
            Kind = request.Kind,
            About = "",
            What = "",
            When = request.When?.ToStart(context.Workspace.Zone).ToUniversalTime(),
            Services = [.. services.Select(static s => s.Name)],
            NamedInPolicy = services.Exists(static s => s.Named),
            ReportedBy = reporter.Id,
            AboutSafeguardingLead = request.AboutSafeguardingLead,
            AboutHeadTeacher = request.AboutHeadTeacher,
            AboutIds = book.HoldersOf(request.AboutSafeguardingLead, request.AboutHeadTeacher),
        };

        // Before anybody types a word that could not be sealed.
        var recipients = Recipients(content, book, sink);
        content = content with
        {
            About = NewSafeguardingConcern.Require(nameof(request.About), request.About, "About whom (initials are enough)", sink),
            What = NewSafeguardingConcern.Require(nameof(request.What), request.What, "What was seen or sent", sink),
        };
        var names = string.Join(", ", recipients.Select(k => book.NameOf(k.PersonId)).Distinct(StringComparer.Ordinal));
        if (!sink.ShouldProcess("a safeguarding concern", $"Seal for {names} and store"))
        {
            return Task.CompletedTask;
        }

        var key = ConcernEnvelope.NewKey();
        var plain = PolicyJson.Serialise(content);
        try
        {
            using var change = context.BeginChange();
            var id = context.Store.Concerns.NextId(change, recipients.Any(static k => k.Kind == SafeguardingKeyKind.Lead));
            context.Store.Concerns.Add(change, new SealedConcern(
                id,
                change.Origin.At,
                ConcernEnvelope.Seal(key, id, plain),
                recipients.ToDictionary(static k => k.Id, k => ConcernEnvelope.Wrap(key, id, k), StringComparer.Ordinal)));

            // The number alone: what it is about, and for whom it is sealed, are nobody's business who reads the trail.
            change.Audit(SafeguardingKeyBook.Clause, id, before: null, after: null);
            change.Commit();
            sink.Write(new SafeguardingConcernReceipt(
                id,
                TimeZoneInfo.ConvertTime(change.Origin.At, context.Workspace.Zone),
                [.. recipients.Select(k => book.NameOf(k.PersonId)).Distinct(StringComparer.Ordinal)],
                $"Tell {names} now that {id} waits, in person or by telephone; nobody is told by machine. Where a child is in danger: 999."));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(plain);
        }

        return Task.CompletedTask;
    }

    private static IReadOnlyList<SafeguardingKeyFact> Recipients(ConcernContent content, SafeguardingKeyBook book, ICommandSink sink)
    {
        var recipients = book.RecipientsOf(content);
        if (recipients.Count == 0)
        {
            throw (content.AboutSafeguardingLead ? SafeguardingFaults.EscrowMissing("safeguarding lead")
                : content.AboutHeadTeacher ? SafeguardingFaults.EscrowMissing("head teacher")
                : SafeguardingFaults.KeyMissing()).ToException();
        }

        if (!content.AboutSafeguardingLead && recipients.All(static k => k.Kind == SafeguardingKeyKind.Escrow))
        {
            sink.Warn("No safeguarding lead has a key now: it is sealed for whoever keeps the escrow key. Tell the safeguarding lead of it in person.");
        }

        return recipients;
    }

    /// <summary>Services as the catalogue has them. One that it does not know keeps nobody from reporting.</summary>
    private static List<(string Name, bool Named)> Services(string[] typed, CommandContext context)
    {
        var catalogue = CatalogueLoader.Load(context);
        return [.. typed.Where(static t => !string.IsNullOrWhiteSpace(t)).Select(t => catalogue.Find(t.Trim()) is { } known ? (known.Name, known.NamedInPolicy) : (t.Trim(), false)).Distinct()];
    }
}
