using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Feeds;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SchoolDay;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;
using HostName = Rosewood.PolicyAdmin.Catalogue.HostName;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Feeds;

/// <summary>What a feed blocks, by its reader's own matching as the vendor documents it, is what the catalogue blocks.</summary>
public sealed class FeedMatchingTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly string[] Hosts = [.. Names(4).Distinct(StringComparer.Ordinal)];

    public static TheoryData<EnforcementFormat> Formats { get; } = new(
        EnforcementFormat.DomainList, EnforcementFormat.UrlList, EnforcementFormat.FortiGate, EnforcementFormat.PaloAlto,
        EnforcementFormat.PfBlockerNG, EnforcementFormat.Sophos, EnforcementFormat.Hosts, EnforcementFormat.AdBlock);

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_catalogue_that_comes_with_the_program_is_blocked_and_nothing_beside_it_but_what_the_plan_names(EnforcementFormat format) =>
        Check(format, ServiceCatalogue.BuiltIn.With([], [], ["teams.microsoft.com", "outlook.office365.com"]));

    [Property(MaxTest = 80)]
    public Property Any_catalogue_is_blocked_and_nothing_beside_it_but_what_the_plan_names()
    {
        var host = from name in Gen.Elements(Hosts) from role in Gen.Elements(Enum.GetValues<HostRole>()) select new ServiceHost(name, role);
        var hosts = host.NonEmptyListOf().Select(l => l.DistinctBy(h => h.Host, StringComparer.Ordinal).ToList());
        var cases = from first in hosts
                    from second in hosts
                    from own in Gen.Elements(Hosts).ListOf()
                    select (First: first, Second: second, Own: own.Take(2).ToList());
        return Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var catalogue = ServiceCatalogue.BuiltIn.With([Service("Fancy Chat", c.First), Service("Twin Chat", c.Second)], [], c.Own);
            foreach (var format in Formats)
            {
                Check(format, catalogue);
            }
        });
    }

    private static void Check(EnforcementFormat format, ServiceCatalogue catalogue)
    {
        var facts = Facts(catalogue);
        if (facts.Blocks.All.Count == 0)
        {
            return;
        }

        var target = new EnforcementTargetConfig("list", EnforcementTargetKind.Feed) { Format = format };
        var plan = new FeedDriver().Plan(target, facts, force: false);
        var covers = Reader(format, Encoding.UTF8.GetString(plan.Entry.Content.Span));
        var named = plan.Notes.SelectMany(n => n.Split(' ').Select(w => w.TrimEnd(',', '.', ':'))).ToHashSet(StringComparer.Ordinal);
        foreach (var (host, isListed) in Probes(catalogue))
        {
            var isBlocked = catalogue.Match(host) is { Found: true, IsSchoolService: false } match && BlockList.IsBlocked(match.Role);
            if (covers(host) && !isBlocked)
            {
                // Only what lies under a blocked host in a format without exceptions, and then the plan says so.
                format.ShouldBeOneOf(EnforcementFormat.DomainList, EnforcementFormat.UrlList, EnforcementFormat.FortiGate, EnforcementFormat.PaloAlto, EnforcementFormat.PfBlockerNG, EnforcementFormat.Sophos);
                HostName.Parents(host).Prepend(host).Any(named.Contains).ShouldBeTrue($"{format} blocks {host}");
            }
            else if (!covers(host) && isBlocked)
            {
                var isSaid = format switch
                {
                    EnforcementFormat.Hosts => !isListed,
                    EnforcementFormat.AdBlock => plan.Notes.Any(n => n.Contains("too deep", StringComparison.Ordinal)) && HostName.Parents(host).Prepend(host).Any(named.Contains),
                    _ => false,
                };
                isSaid.ShouldBeTrue($"{format} leaves {host} open");
            }
        }
    }

    /// <summary>Every host of the catalogue and of the school, names under it, and names that only look like it.</summary>
    private static IEnumerable<(string Host, bool IsListed)> Probes(ServiceCatalogue catalogue)
    {
        foreach (var host in catalogue.Services.SelectMany(s => s.Hosts.Select(h => h.Host)).Concat(catalogue.OwnHosts).Distinct(StringComparer.Ordinal))
        {
            yield return (host, true);
            yield return ($"deep.under.{host}", false);
            yield return ($"not{host}", false);
            yield return ($"{host}.evil.test", false);
            yield return ($"{host}evil.test", false);
        }
    }

    /// <summary>Whether a list blocks a host, as its reader matches.</summary>
    private static Predicate<string> Reader(EnforcementFormat format, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] is not ('#' or '!' or '[')).ToHashSet(StringComparer.Ordinal);
        return format switch
        {
            // "0.0.0.0 name" and ":: name": that name, in both families, and no other.
            EnforcementFormat.Hosts => h => lines.Contains($"0.0.0.0 {h}") && lines.Contains($":: {h}"),

            // FortiOS: a simple entry is one name, *.name is everything under it.
            EnforcementFormat.FortiGate => h => lines.Contains(h) || HostName.Parents(h).Any(p => lines.Contains($"*.{p}")),

            // PAN-OS: an entry with its final slash is one host; * stands for one or more labels.
            EnforcementFormat.PaloAlto => h => lines.Contains($"{h}/") || HostName.Parents(h).Any(p => lines.Contains($"*.{p}/")),
            EnforcementFormat.UrlList => h => lines.Contains($"{h}/*") || HostName.Parents(h).Any(p => lines.Contains($"*.{p}/*")),
            EnforcementFormat.AdBlock => h => AdBlocks(lines, h),

            // pfBlockerNG with TLD, Sophos, domain lists: the name and everything under it.
            _ => h => HostName.Parents(h).Prepend(h).Any(lines.Contains),
        };
    }

    /// <summary>uBlock Origin and AdGuard: important exceptions win over all, important blocks over exceptions, exceptions over blocks.</summary>
    private static bool AdBlocks(HashSet<string> lines, string host)
    {
        var names = HostName.Parents(host).Prepend(host).ToList();
        bool Has(string before, string after) => names.Exists(n => lines.Contains($"{before}||{n}^{after}"));
        return !Has("@@", "$important") && (Has("", "$important") || (!Has("@@", "") && Has("", "")));
    }

    private static EnforcementFacts Facts(ServiceCatalogue catalogue)
    {
        var inventory = new DeviceHistory([]);
        return new EnforcementFacts(
            new AccessState(PeopleHistory.Empty, AccessLedger.Empty, catalogue, new SchoolCalendar(TestConfig.School.SchoolDay, Zone), Zone, standingAuthorisation: true),
            inventory,
            new DeviceDirectory(inventory, TestConfig.School.Networks),
            TestConfig.School,
            Zone,
            new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero),
            new WorkspacePaths(Path.GetTempPath()));
    }

    private static SocialMediaService Service(string name, IReadOnlyList<ServiceHost> hosts) =>
        new(name, ServiceKind.Other, [.. hosts], NamedInPolicy: false, [], new DateOnly(2026, 9, 1), ServiceSource.School);

    /// <summary>Names that often lie under each other: up to so many labels before the domain.</summary>
    private static IEnumerable<string> Names(int labels) => labels == 0
        ? ["chat.example", "facebook.com"]
        : Names(labels - 1).SelectMany(n => new[] { n, $"a.{n}", $"bb.{n}" });
}
