using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Reporting.Scheduling;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Commands.Completion;

/// <summary>Where the values of a kind come from.</summary>
/// <param name="Lister">The command that lists them, whose rights count.</param>
/// <param name="Read">Reads them.</param>
internal sealed record KnownValueSource(string Lister, Func<CommandContext, IEnumerable<KnownValue>> Read)
{
    /// <summary>A command that needs neither a role nor a workspace: for what is no secret and in no workspace.</summary>
    private const string ForAnybody = "Get-SocialMediaService";

    /// <summary>The source of a kind.</summary>
    public static KnownValueSource Of(KnownValueKind kind) => kind switch
    {
        KnownValueKind.Person => new("Get-PolicyPerson", ReadPeople),
        KnownValueKind.Service => new("Get-SocialMediaService", static c => CatalogueLoader.Load(c).Services.Select(static s => new KnownValue(s.Name, s.Kind.ToString(), s.Aliases))),
        KnownValueKind.Device => new("Get-PolicyDevice", ReadDevices),
        KnownValueKind.LogFormat => new("Get-FirewallLogFormat", static c => (c.HasWorkspace ? LogFormats.For(c.Config.Logs) : LogFormats.BuiltIn).All.Select(static f => new KnownValue(f.Name, f.Description))),
        KnownValueKind.Target => new("Get-SocialMediaBlock", static c => c.Config.Enforcement.Targets.Select(static t => new KnownValue(t.Name, t.Kind.ToString()))),
        KnownValueKind.Clause => new(ForAnybody, static _ => ControlRules.All.Select(static r => new KnownValue(r.Clause, r.Rule))),
        KnownValueKind.Command => new(ForAnybody, static _ => CommandTable.All.Select(static c => new KnownValue(c.Name, c.Name))),
        KnownValueKind.Grant => new("Get-SocialMediaAccess", ReadGrants),
        KnownValueKind.PolicyChange => new("Confirm-PolicyChange", ReadChanges),
        KnownValueKind.Incident => new("Get-PolicyIncident", ReadIncidents),
        KnownValueKind.Suppression => new("Get-FindingSuppression", static c => Ids(c.Store.Suppressions.LoadAll().Where(s => s.CountsAt(c.Now.UtcTicks)), static s => s.Fact.Id, static s => s.Fact.Finding.ToString())),
        KnownValueKind.LegalHold => new("Get-PolicyLegalHold", static c => Ids(c.Store.LegalHolds.InForce().Where(h => !IsOperator(c, h.PersonId)), static h => h.Id, static h => h.Reference)),
        KnownValueKind.Ruling => new("Get-SltRuling", static c => Ids(c.Store.Rulings.LoadAll().Where(r => r.EndTicks > c.Now.UtcTicks), static r => r.Fact.Id, static r => $"{r.Fact.Ruling} {r.Fact.System}")),
        KnownValueKind.Declaration => new("Get-RelationshipDeclaration", static c => ReadLinks(c, FamilyLinkKind.RelationshipDeclaration)),
        KnownValueKind.Agreement => new("Get-FamilyContactAgreement", static c => ReadLinks(c, FamilyLinkKind.FamilyContactAgreement)),
        KnownValueKind.Recruitment => new("Get-RecruitmentRecord", static c => Ids(c.Store.Recruitment.LoadAll().Where(r => !IsOperator(c, r.Fact.PersonId)), static r => r.Fact.Id, static r => r.Fact.Id)),
        KnownValueKind.Schedule => new("Get-PolicyReportSchedule", static c => new ScheduleBook(c).All().Select(static s => new KnownValue(s.Name, $"{s.Period} {s.Audience}"))),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of values."),
    };

    private static IEnumerable<KnownValue> ReadPeople(CommandContext context)
    {
        var people = context.LoadPeople();
        var now = context.Now.UtcTicks;
        var today = people.DateAt(now);

        // Of two people with one name each is offered by the account, which can't be mistaken.
        return people.All(now).Where(p => PeopleHistory.IsEmployed(p, today)).Select(p => people.HasNamesake(p, now)
            ? new KnownValue(p.UserPrincipalName, p.DisplayName, [p.DisplayName, .. p.LoginNames, .. Words(p)])
            : new KnownValue(p.DisplayName, p.UserPrincipalName, [p.UserPrincipalName, .. p.LoginNames, .. Words(p)]));

        static IEnumerable<string> Words(Person person) => person.Roles.Select(static r => r.ToString());
    }

    private static IEnumerable<KnownValue> ReadDevices(CommandContext context) =>
        new[] { DeviceClass.School, DeviceClass.SchoolMobile, DeviceClass.Personal }
            .Select(static c => new KnownValue(c.ToString(), "every device of this class"))
            .Concat(context.Store.Devices.Load().All(context.Now.UtcTicks).Select(static d => new KnownValue(d.Name, d.Class.ToString())));

    private static IEnumerable<KnownValue> ReadGrants(CommandContext context)
    {
        var people = context.LoadPeople();
        var now = context.Now.UtcTicks;
        return Ids(
            context.Store.Grants.Load().All.Where(g => g.StatusAt(now) is GrantStatus.Active or GrantStatus.Pending),
            static g => g.Fact.Id,
            g => $"{PersonNames.Show(people, g.Fact.PersonId, now)}, {g.StatusAt(now)}");
    }

    private static IEnumerable<KnownValue> ReadChanges(CommandContext context)
    {
        var people = context.LoadPeople();
        return Ids(context.Store.People.WaitingChanges(), static c => c.Id, c => PersonNames.Show(people, c.PersonId, context.Now.UtcTicks));
    }

    private static IEnumerable<KnownValue> ReadIncidents(CommandContext context)
    {
        var book = new IncidentBook(context, context.LoadPeople());
        return Ids(context.Store.Incidents.LoadAll().Where(book.IsVisible), static i => i.Fact.Id, static i => $"{i.Type}, {i.Status}");
    }

    /// <summary>Their ids alone: who has declared what is read from the register, which records who reads it.</summary>
    private static IEnumerable<KnownValue> ReadLinks(CommandContext context, FamilyLinkKind kind) => Ids(
        context.Store.FamilyLinks.LoadAll().Where(e => e.Fact.Kind == kind && e.EndTicks > context.Now.UtcTicks && !IsOperator(context, e.Fact.PersonId)),
        static e => e.Fact.Id,
        static e => e.Fact.Id);

    private static bool IsOperator(CommandContext context, string? person) => person is not null && string.Equals(context.Operator.Person?.Id, person, StringComparison.Ordinal);

    private static IEnumerable<KnownValue> Ids<T>(IEnumerable<T> items, Func<T, string> id, Func<T, string> note) => items.Select(i => new KnownValue(id(i), note(i)));
}
