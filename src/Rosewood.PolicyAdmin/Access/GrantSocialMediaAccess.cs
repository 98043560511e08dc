using System.Globalization;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>Records that SLT authorised people to use social media, for a time, on named devices (USE-1, USE-3).</summary>
/// <example><code>Grant-SocialMediaAccess -User deputy</code>The deputy head, on school mobiles, for the school's usual time (USE-3).</example>
/// <example><code>Grant-SocialMediaAccess -User 'Nell Ames' -Service Facebook,X -For 5d -AuthorisedBy head -Reason 'School fair'</code>A named person, two services, five days, authorised by the head teacher.</example>
public sealed class GrantSocialMediaAccess : PolicyRequest
{
    /// <summary>Whom it is for: login name, UPN, full name, or a role that exactly one person holds, such as <c>deputy</c>.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Services by name or alias. Default: every service in the catalogue.</summary>
    public string[] Service { get; set; } = [];

    /// <summary>The end, school local time unless it has an offset; a date alone includes that day. Default: the school's default length.</summary>
    public TimeInput? Until { get; set; }

    /// <summary>The length instead of the end: 90m, 2h, 5d, ISO 8601 or a TimeSpan.</summary>
    public DurationInput? For { get; set; }

    /// <summary>The beginning; never before now. Default: now.</summary>
    public TimeInput? From { get; set; }

    /// <summary>Device classes (School, SchoolMobile, Personal) or inventory names. Default: all school devices; under USE-3 school mobiles.</summary>
    public string[] Device { get; set; } = [];

    /// <summary>Why; shown to SLT. Required unless USE-3 is the ground.</summary>
    public string? Reason { get; set; }

    /// <summary>The SLT member who authorised it: someone else than the user. May be left out for the head and deputy (USE-3).</summary>
    public string? AuthorisedBy { get; set; }

    /// <summary>The school's own reference, such as a ticket number.</summary>
    public string? Reference { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (User.Length == 0 || User.Any(string.IsNullOrWhiteSpace))
        {
            throw AccessFaults.NoUser().ToException();
        }

        if (Until is not null && For is not null)
        {
            throw AccessFaults.EndGivenTwice().ToException();
        }
    }
}

internal sealed class GrantSocialMediaAccessHandler : CommandHandler<GrantSocialMediaAccess>
{
    private const string StandingReason = "Contact with families through school mobiles (USE-3)";

    public override Task HandleAsync(GrantSocialMediaAccess request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var now = context.Now;
        var people = context.LoadPeople();
        var users = request.User.Select(u => people.Resolve(u, now.UtcTicks)).DistinctBy(p => p.Id, StringComparer.Ordinal).ToList();
        var authoriser = request.AuthorisedBy is { } name ? people.Resolve(name, now.UtcTicks) : null;
        var (from, until) = Interval(request, context, sink);
        var services = CatalogueLoader.Names(request.Service, context);
        var inventory = context.Store.Devices.Load();
        var rules = new GrantRules(context, people, request.Reason);
        var drafts = users.ConvertAll(user =>
        {
            rules.Check(user, authoriser, from, now);
            return Draft(user, Devices(request, inventory, now, user, authoriser, sink));
        });

        var names = string.Join(", ", users.Select(u => u.DisplayName));
        var what = services.Count == 0 ? "all social media" : string.Join(", ", services);
        if (!sink.ShouldProcess(names, string.Create(CultureInfo.InvariantCulture, $"Grant access to {what} {(request.Until is null ? $"for {Words(until - from)}, recorded now until" : "until")} {Local(until):yyyy-MM-dd HH:mm}")))
        {
            return Task.CompletedTask;
        }

        var awaited = AwaitedPublication.Before(context);
        var granted = Record(drafts, context, request);
        people = context.LoadPeople();
        foreach (var grant in granted)
        {
            sink.Write(GrantReader.View(new Grant(grant, ending: null, answer: null), people, grant.GrantedAt, context.Workspace.Zone));
        }

        awaited.TellGranted(granted, granted[0].GrantedAt, sink);
        return Task.CompletedTask;

        DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, context.Workspace.Zone);

        GrantFact Draft(Person user, GrantDevices devices) => new(
            "",
            user.Id,
            services,
            devices.Classes,
            [.. devices.Devices.Select(d => d.Name)],
            from,
            until,
            string.IsNullOrWhiteSpace(request.Reason) ? StandingReason : request.Reason.Trim(),
            authoriser?.Id,
            context.Operator.Id,
            now,
            request.Reference,
            context.Config.Access.RequireConfirmation && authoriser is not null && !string.Equals(authoriser.Id, context.Operator.Id, StringComparison.Ordinal));
    }

    /// <summary>
    /// Records the grants as of now, which may be long after the command began and a person was asked: they count from now or later, and
    /// only if the roster as it stands now still allows them. A length that was asked for is given whole; a named end stays.
    /// </summary>
    private static List<GrantFact> Record(List<GrantFact> drafts, CommandContext context, GrantSocialMediaAccess request)
    {
        using var change = context.BeginChange();
        var at = change.Origin.At;
        var people = context.LoadPeople();
        var rules = new GrantRules(context, people, request.Reason);
        var granted = new List<GrantFact>();
        foreach (var draft in drafts)
        {
            var from = draft.From > at ? draft.From : at;
            var until = request.Until is null ? from + (draft.Until - draft.From) : draft.Until;
            if (until <= from)
            {
                throw EndsBeforeStart(from, until, context);
            }

            rules.Check(Current(draft.PersonId), draft.AuthoriserId is { } id ? Current(id) : null, from, at);
            var grant = draft with { Id = context.Store.Grants.NextId(change), From = from, Until = until, GrantedAt = at };
            context.Store.Grants.Add(change, grant);
            change.Audit(grant.AuthoriserId is null ? Clauses.StandingAuthorisation : Clauses.SchoolDevices, $"{grant.Id} {grant.PersonId}", before: null, grant);
            granted.Add(grant);
        }

        change.Commit();
        return granted;

        Person Current(string id) => people.At(id, at.UtcTicks) ?? throw AccessFaults.NoLongerOnRoster(id).ToException();
    }

    /// <summary>A length as people say it: the largest unit that it is a whole number of.</summary>
    private static string Words(TimeSpan length)
    {
        var (number, unit) = length.Ticks % TimeSpan.TicksPerDay == 0 ? (length.TotalDays, "day")
            : length.Ticks % TimeSpan.TicksPerHour == 0 ? (length.TotalHours, "hour")
            : (Math.Ceiling(length.TotalMinutes), "minute");
        return string.Create(CultureInfo.InvariantCulture, $"{number:0} {unit}{(number == 1 ? "" : "s")}");
    }

    private static FaultException EndsBeforeStart(DateTimeOffset from, DateTimeOffset until, CommandContext context) =>
        AccessFaults.EndsBeforeStart(TimeZoneInfo.ConvertTime(from, context.Workspace.Zone), TimeZoneInfo.ConvertTime(until, context.Workspace.Zone)).ToException();

    private static (DateTimeOffset From, DateTimeOffset Until) Interval(GrantSocialMediaAccess request, CommandContext context, ICommandSink sink)
    {
        var zone = context.Workspace.Zone;
        var now = context.Now;
        var from = request.From?.ToStart(zone).ToUniversalTime() ?? now;
        if (from < now)
        {
            sink.Warn(string.Create(CultureInfo.InvariantCulture, $"A grant counts from now on: nothing that happened since {TimeZoneInfo.ConvertTime(from, zone):yyyy-MM-dd HH:mm} is covered by it."));
            from = now;
        }

        var limits = context.Config.Access;
        var end = request.Until?.ToEnd(zone).ToUniversalTime();
        if (end <= from)
        {
            throw EndsBeforeStart(from, end.Value, context);
        }

        // The length is compared before it is added: a sum past the end of the calendar can't be made.
        var length = end - from ?? request.For?.Value ?? limits.DefaultDuration;
        return length <= limits.LongestDuration ? (from, end ?? from + length) : throw AccessFaults.TooLong(length, limits.LongestDuration).ToException();
    }

    private static GrantDevices Devices(GrantSocialMediaAccess request, Devices.DeviceHistory inventory, DateTimeOffset now, Person user, Person? authoriser, ICommandSink sink)
    {
        var named = request.Device.Length == 0 ? null : GrantDevices.Read(request.Device, inventory, now.UtcTicks);
        if (authoriser is not null)
        {
            return named ?? GrantDevices.SchoolDevices;
        }

        if (named is { OnlySchoolMobiles: false })
        {
            throw AccessFaults.StandingIsForMobiles(user.DisplayName).ToException();
        }

        sink.Warn($"Recorded under the standing authorisation (USE-3): {user.DisplayName} may use school mobiles. To open school computers too, name another SLT member: Grant-SocialMediaAccess -User {user.UserPrincipalName} -AuthorisedBy <name> -Reason <why>.");
        return named ?? GrantDevices.SchoolMobiles;
    }
}
