using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Traffic.Content;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// Finds access to content that the policy calls criminal in nature (MIS-2), by the filter's own categories, with who is told (RES-1, RES-2).
/// Addresses of indecent images of children are never shown and never stored. Formats without categories show nothing here.
/// </summary>
/// <example><code>Find-ProhibitedContentAccess -From 2026-11-23</code>Since that Monday.</example>
/// <example><code>Find-ProhibitedContentAccess -User 'Nell Ames' -From 2026-11-01 -To 2026-11-30</code>One person in November.</example>
public sealed class FindProhibitedContentAccess : PolicyRequest
{
    /// <summary>The beginning, school local time. Default: everything imported.</summary>
    public TimeInput? From { get; set; }

    /// <summary>The end; a date alone includes that day. Default: everything imported.</summary>
    public TimeInput? To { get; set; }

    /// <summary>People by name, login or role; an account that is not on the roster by its login as the log has it.</summary>
    public string[] User { get; set; } = [];
}

internal sealed class FindProhibitedContentAccessHandler : CommandHandler<FindProhibitedContentAccess>
{
    public override Task HandleAsync(FindProhibitedContentAccess request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var from = request.From?.ToStart(zone) ?? DateTimeOffset.UnixEpoch;
        var to = request.To?.ToEnd(zone) ?? DateTimeOffset.MaxValue;
        if (to <= from)
        {
            throw new Fault("PeriodEmpty", FaultKind.InvalidArgument, "To", "The period ends before it begins. Give a -To that is later than -From.").ToException();
        }

        var state = AccessStateLoader.Load(context);
        var reader = new ContentReader(state.People, AccessStateLoader.LoadDevices(context), zone);
        var wanted = request.User.Select(u => Wanted(u, state.People, context)).ToList();
        foreach (var access in reader.Read(context.Store.Content.Read(from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds()), key => wanted.Count == 0 || wanted.Exists(w => w(key))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Write(access);
        }

        var formats = LogFormats.For(context.Config.Logs).All;
        if (context.Store.Logs.Sources().TrueForAll(s => formats.FirstOrDefault(f => f.Name.Equals(s.Format, StringComparison.Ordinal)) is { CategoryVendor: null, Name: not Formats.Mixed.MixedFormat.FormatName }))
        {
            sink.Warn("No log that was imported has the filter's categories, so nothing could be found here. Import the filter's own log, such as FortiGate's webfilter.");
        }

        return Task.CompletedTask;
    }

    /// <summary>A misspelt name must not look like "nothing found".</summary>
    private static Func<ContentKey, bool> Wanted(string typed, PeopleHistory people, CommandContext context)
    {
        try
        {
            var id = people.Resolve(typed, context.Now.UtcTicks).Id;
            return key => people.FindByLogin(key.User, ContentReader.TicksOf(key)).Person?.Id.Equals(id, StringComparison.Ordinal) is true;
        }
        catch (FaultException e) when (e.Fault.Kind == FaultKind.NotFound && context.Store.Content.HasUser(LoginName.Normalize(typed)))
        {
            var login = LoginName.Normalize(typed);
            return key => string.Equals(key.User, login, StringComparison.Ordinal);
        }
    }
}
