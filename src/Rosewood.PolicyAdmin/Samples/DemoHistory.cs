using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>The grants of the demo school's past, in order of time. Ids count up from G-0001 in this order.</summary>
internal static class DemoHistory
{
    /// <summary>The technician who keeps the register.</summary>
    public const string Technician = "it.tech";

    /// <summary>When roster and inventory were imported.</summary>
    public const string Begin = "2026-11-02 08:05";

    /// <summary>All acts.</summary>
    public static IReadOnlyList<DemoAct> Acts { get; } =
    [
        Grant("2026-11-02 09:10", "i.hartley", "Facebook,X", "2026-12-18", "head", "The school's own pages", "SLT-2026-41"),
        Grant("2026-11-02 09:20", "s.prosser", "YouTube", "2026-11-13", "p.raghunathan", "Concert films for year 9 music", "SLT-2026-42"),
        Confirm("2026-11-02 12:05", "h.ashworth-bell", "G-0001"),
        Confirm("2026-11-02 15:30", "p.raghunathan", "G-0002"),
        Grant("2026-11-03 08:40", "d.okonkwo", "LinkedIn", "2026-12-04", "t.obrien", "Employers for the careers fair", "SLT-2026-43"),
        Confirm("2026-11-03 10:40", "t.obrien", "G-0003"),
        Grant("2026-11-05 16:05", "m.kowalczyk-reid", "Pinterest", "2026-11-27", "t.obrien", "Pictures for the textiles project", null),
        Grant("2026-11-09 08:30", "c.dunmore", "Instagram", "2026-11-20", "g.llewellyn-price", "Photographs of the forest trip", null),
        new("2026-11-11 16:00", "g.llewellyn-price", () => new ConfirmSocialMediaAccess { Id = ["G-0005"], Refuse = true }),
        new("2026-11-16 08:15", "p.raghunathan", () => new GrantSocialMediaAccess
        {
            User = ["n.rahman"],
            Service = ["YouTube"],
            Device = ["RW-LAP-06"],
            For = new DurationInput("3d"),
            AuthorisedBy = "p.raghunathan",
            Reason = "Films on the water cycle for one science unit",
        }),
        new("2026-11-18 12:00", Technician, () => new RevokeSocialMediaAccess { Id = ["G-0003"], Reason = "The careers fair is over" }),
    ];

    private static DemoAct Grant(string at, string user, string services, string until, string authoriser, string reason, string? reference) => new(
        at,
        Technician,
        () => new GrantSocialMediaAccess
        {
            User = [user],
            Service = services.Split(','),
            Until = new TimeInput(until),
            AuthorisedBy = authoriser,
            Reason = reason,
            Reference = reference,
        });

    private static DemoAct Confirm(string at, string authoriser, string id) =>
        new(at, authoriser, () => new ConfirmSocialMediaAccess { Id = [id] });
}
