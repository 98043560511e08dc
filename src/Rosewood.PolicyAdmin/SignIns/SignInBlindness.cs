using System.Globalization;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.SignIns.Detection;
using Rosewood.PolicyAdmin.SignIns.Model;
using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>Says what a search for shared logins looked at, and what it could not see: silence is no proof of good order.</summary>
internal static class SignInBlindness
{
    private const int FewDays = 14;
    private const double FewSeen = 0.5;

    /// <summary>What was looked at, in one sentence.</summary>
    public static string Looked(SignInMaterial material, DetectionResult result, TimeZoneInfo zone)
    {
        var timeline = material.Timeline;
        if (timeline.Rows == 0)
        {
            return "Nothing was looked at: there is no sign-in in what was given.";
        }

        var sources = material.Files.GroupBy(f => f.Kind, StringComparer.Ordinal).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}, {g.Sum(f => f.Used):N0} records")).ToList();
        if (material.Visits > 0)
        {
            sources.Add(string.Create(CultureInfo.InvariantCulture, $"imported traffic, {material.Visits:N0} visits"));
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"Looked at {result.Judged} {(result.Judged == 1 ? "account" : "accounts")} from {Day(timeline.Earliest, zone)} to {Day(timeline.Latest, zone)}: {string.Join("; ", sources)}.");
    }

    /// <summary>What could not be seen, in sentences that name nobody.</summary>
    public static IReadOnlyList<string> Of(SignInMaterial material, bool usesAbsences, int absences, bool inventoryNamesUsers, DateTimeOffset? from, DateTimeOffset? to, DateTimeOffset now)
    {
        var blind = new List<string>();
        var timeline = material.Timeline;
        var files = material.Files;
        if (!files.Any(f => f.Source == SignInSource.Entra))
        {
            blind.Add("Entra's sign-ins were not given: what happens outside of the school's computers is not seen.");
        }

        else if (!files.Any(f => f.HasDeviceIds))
        {
            blind.Add("No sign-in of Entra names a device: outside of the school's computers, whose a device is cannot be told.");
        }

        if (!timeline.Devices.Any(d => d.HasSecurityLog))
        {
            blind.Add("The computers' own Security logs were not given: unlocking is not seen, remote desktop cannot be told from being there, and so much less is found.");
        }
        else if (timeline.Devices.Count(d => d.IsRoomComputer) is > 0 and var rooms && timeline.Devices.Count(d => d is { IsRoomComputer: true, HasSecurityLog: true }) is var logged && logged < rooms)
        {
            blind.Add(string.Create(CultureInfo.InvariantCulture, $"Of {rooms} room computers that were seen, {rooms - logged} gave no Security log of their own."));
        }

        blind.AddRange(material.NeverFetched.Select(static s => $"{(s == TenantSource.SignIns ? "Interactive" : "Non-interactive")} sign-ins were never fetched from the tenant (Sync-PolicyTenant -Source {s})."));
        if (files.Count > 0 && !files.Any(f => f.HasBackground))
        {
            blind.Add("Non-interactive sign-ins were not given: where people's phones were is not seen.");
        }

        if (files.Count > 0 && !files.Any(f => f.HasAuthenticators))
        {
            blind.Add("No file says which phone answered the second factor (Graph's beta version does): one phone for several accounts is not seen.");
        }

        if (!usesAbsences)
        {
            blind.Add("Absences are not used (signIns.useAbsences).");
        }
        else if (absences == 0)
        {
            blind.Add("No absence is recorded (Import-StaffAbsence): use in somebody's absence is not seen.");
        }

        if (!inventoryNamesUsers)
        {
            blind.Add("The inventory names no assigned users: whose a computer is was learned from its use alone.");
        }

        if (timeline.Rows > 0 && timeline.Latest - timeline.Earliest < FewDays * TimeSpan.TicksPerDay)
        {
            blind.Add("The records span less than two weeks: habits could not be learned, so only what the inventory and the networks say was used. Give a term.");
        }

        if ((from is { } begin && timeline.Earliest > begin.UtcTicks + TimeSpan.TicksPerDay) || (to is { } end && timeline.Latest < Math.Min(end.UtcTicks, now.UtcTicks) - TimeSpan.TicksPerDay))
        {
            blind.Add("The records do not cover the whole period that was asked for.");
        }

        var outsiders = timeline.Accounts.Count(a => a.Streams.Any(s => s.Device.Kind == DeviceKind.Unregistered));
        if (timeline.Accounts.Count > 0 && outsiders > FewSeen * timeline.Accounts.Count)
        {
            blind.Add("Many sign-ins name no device: two people on unregistered devices in one place look like one.");
        }

        if (files.Sum(f => f.Malformed) is > 0 and var malformed)
        {
            blind.Add(string.Create(CultureInfo.InvariantCulture, $"{malformed:N0} records could not be read."));
        }

        if (timeline.Implausible > 0)
        {
            blind.Add(string.Create(CultureInfo.InvariantCulture, $"{timeline.Implausible:N0} records lie in the future or more than seven years back, and were left out."));
        }

        blind.Add("Two people who take turns at one computer, under one login, cannot be told apart by any of these records.");
        return blind;
    }

    private static string Day(long utcTicks, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(new DateTimeOffset(utcTicks, TimeSpan.Zero), zone).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
