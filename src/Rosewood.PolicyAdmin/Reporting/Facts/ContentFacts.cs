using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Content;

namespace Rosewood.PolicyAdmin.Reporting.Facts;

/// <summary>What the filter put into a category of the policy's in the period (MIS-2). Hosts are left behind here: a report prints no such address.</summary>
/// <param name="CanSee">Whether any imported log has the filter's categories.</param>
/// <param name="Episodes">By time.</param>
internal sealed record ContentFacts(bool CanSee, IReadOnlyList<ContentFact> Episodes)
{
    /// <summary>Reads the period.</summary>
    public static ContentFacts Load(CommandContext context, ReportPeriod period)
    {
        var reader = new ContentReader(context.LoadPeople(), AccessStateLoader.LoadDevices(context), context.Workspace.Zone);
        var formats = LogFormats.For(context.Config.Logs).All;
        var canSee = context.Store.Logs.Sources().Exists(s => formats.FirstOrDefault(f => f.Name.Equals(s.Format, StringComparison.Ordinal)) is { CategoryVendor: not null } or { Name: Traffic.Formats.Mixed.MixedFormat.FormatName });
        var rows = context.Store.Content.Read(period.From.ToUnixTimeSeconds(), period.Until.ToUnixTimeSeconds());
        var episodes = reader.Read(rows, static _ => true).Select(a => new ContentFact(
            a.OnRoster ? a.User : null,
            a.PersonId,
            a.Type,
            IsForLead: string.Equals(IncidentRoutes.Of(a.Type).Clause, "RES-1", StringComparison.Ordinal),
            a.Route,
            a.Start,
            a.End,
            a.Allowed,
            a.Blocked));
        return new ContentFacts(canSee, [.. episodes]);
    }

    /// <summary>A type in words.</summary>
    public static string Words(IncidentType type) => type switch
    {
        IncidentType.CopyrightInfringement => "Copyright infringement",
        IncidentType.LoginMisuse => "Use of another’s login",
        IncidentType.SoftPornography => "Pornography",
        IncidentType.HateMaterial => "Hate material",
        IncidentType.Malware => "Viruses",
        IncidentType.AgeRestrictedMaterial => "Material with an age limit",
        IncidentType.ChildAbuseMaterial => "Indecent images of children",
        IncidentType.GroomingOrHarassment => "Grooming or harassment of a child",
        IncidentType.ExtremePornography => "Extreme pornography",
        IncidentType.StolenGoods => "Stolen goods",
        IncidentType.TerrorismOrReligiousHatred => "Terrorism or religious hatred",
        _ => type.ToString(),
    };
}

/// <summary>An episode of such content.</summary>
/// <param name="Person">The member of staff; null: nobody on the roster, who is counted only.</param>
/// <param name="PersonId">Their id, where it is known.</param>
/// <param name="Type">The policy's type.</param>
/// <param name="IsForLead">Whether the safeguarding lead is told first (RES-1), rather than SLT (RES-2).</param>
/// <param name="Route">Who is told, in order.</param>
/// <param name="Start">The first line.</param>
/// <param name="End">The last line.</param>
/// <param name="Allowed">Lines that the filter let through.</param>
/// <param name="Blocked">Lines that it refused.</param>
internal sealed record ContentFact(string? Person, string? PersonId, IncidentType Type, bool IsForLead, string Route, DateTimeOffset Start, DateTimeOffset End, long Allowed, long Blocked);
