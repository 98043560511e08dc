namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>The school itself.</summary>
/// <param name="Name">Its name as reports print it.</param>
/// <param name="MailDomains">Its own mail domains, lower case; never social media.</param>
/// <param name="OwnHosts">Hosts of its own services (mail, Teams, Teachers to Parents), lower case, that are never in scope.</param>
/// <param name="TimeZone">IANA id; local times are in it.</param>
public sealed record SchoolConfig(string Name, IReadOnlyList<string> MailDomains, IReadOnlyList<string> OwnHosts, string TimeZone = "Europe/London");
