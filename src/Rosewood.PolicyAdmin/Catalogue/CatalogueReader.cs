using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>
/// Reads a catalogue in JSON strictly: unknown or repeated keys, wrong values, a host in two services or two services of one name
/// are faults with file, line and column. <c>catalogue.schema.json</c> says the same for editors.
/// </summary>
public static class CatalogueReader
{
    private static readonly string ServiceKeys = "name, kind, namedInPolicy, aliases, since, sources, unverified and hosts";

    /// <summary>Reads a catalogue's text.</summary>
    /// <param name="json">UTF-8, with or without a byte order mark.</param>
    /// <param name="file">The file's name, for faults.</param>
    /// <param name="source">Where its entries count as being from.</param>
    /// <exception cref="FaultException"><c>CatalogueInvalid</c>, with place and remedy.</exception>
    public static IReadOnlyList<SocialMediaService> Read(ReadOnlySpan<byte> json, string file, ServiceSource source)
    {
        var cursor = new CatalogueJson(json, file);
        var known = new Known();
        List<SocialMediaService>? services = null;
        cursor.BeginObject("The catalogue");
        for (var keys = new HashSet<string>(StringComparer.Ordinal); cursor.NextKey(keys) is { } key;)
        {
            switch (key)
            {
                case "$schema":
                    cursor.NextText(key);
                    break;
                case "services":
                    services = ReadServices(ref cursor, known, source);
                    break;
                default:
                    throw cursor.Invalid($"The key '{key}' is unknown here; the catalogue has $schema and services.");
            }
        }

        cursor.End();
        return services ?? throw CatalogueFaults.Invalid(file, 1, 1, "The key 'services' is missing.").ToException();
    }

    private static List<SocialMediaService> ReadServices(ref CatalogueJson cursor, Known known, ServiceSource source)
    {
        var services = new List<SocialMediaService>();
        cursor.BeginArray("services");
        while (cursor.NextItem())
        {
            cursor.ItemIsObject("A service");
            services.Add(ReadService(ref cursor, known, source));
        }

        return services;
    }

    private static SocialMediaService ReadService(ref CatalogueJson cursor, Known known, ServiceSource source)
    {
        string? name = null;
        ServiceKind? kind = null;
        DateOnly? since = null;
        List<ServiceHost>? hosts = null;
        List<string> aliases = [];
        var named = false;
        for (var keys = new HashSet<string>(StringComparer.Ordinal); cursor.NextKey(keys) is { } key;)
        {
            switch (key)
            {
                case "name":
                    name = known.Name(cursor, cursor.NextText(key));
                    break;
                case "kind":
                    kind = ReadEnum<ServiceKind>(cursor, cursor.NextText(key));
                    break;
                case "namedInPolicy":
                    named = cursor.NextFlag(key);
                    break;
                case "aliases":
                    aliases = ReadAliases(ref cursor, known);
                    break;
                case "since":
                    since = ReadDate(cursor, cursor.NextText(key));
                    break;
                case "sources":
                    SkipSources(ref cursor);
                    break;
                case "unverified":
                    _ = cursor.NextText(key) is { Length: > 0 } ? 0 : throw cursor.Invalid("Say why nothing published names this service.");
                    break;
                case "hosts":
                    hosts = ReadHosts(ref cursor, known);
                    break;
                default:
                    throw cursor.Invalid($"The key '{key}' is unknown here; a service has {ServiceKeys}.");
            }
        }

        return name is not null && kind is not null && since is not null && hosts is not null
            ? new SocialMediaService(name, kind.Value, hosts, named, aliases, since.Value, source)
            : throw cursor.Invalid($"The service {name} above this lacks one of its keys: it needs name, kind, since and hosts.");
    }

    private static List<string> ReadAliases(ref CatalogueJson cursor, Known known)
    {
        var aliases = new List<string>();
        cursor.BeginArray("aliases");
        while (cursor.NextItem())
        {
            aliases.Add(known.Name(cursor, cursor.ItemText("An alias")));
        }

        return aliases;
    }

    /// <summary>Where an entry was checked: for those who maintain the file; the running program has no use for it.</summary>
    private static void SkipSources(ref CatalogueJson cursor)
    {
        cursor.BeginArray("sources");
        while (cursor.NextItem())
        {
            var source = cursor.ItemText("A source");
            if (source.Length is 0 or > 32 || !source.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            {
                throw cursor.Invalid($"'{source}' is no source's short name. Write it in lower case, as in v2fly.");
            }
        }
    }

    private static List<ServiceHost> ReadHosts(ref CatalogueJson cursor, Known known)
    {
        var hosts = new List<ServiceHost>();
        cursor.BeginObject("hosts");
        for (var keys = new HashSet<string>(StringComparer.Ordinal); cursor.NextKey(keys) is { } key;)
        {
            var role = ReadEnum<HostRole>(cursor, key);
            cursor.BeginArray(key);
            while (cursor.NextItem())
            {
                hosts.Add(new ServiceHost(known.Host(cursor, cursor.ItemText("A host"), role), role));
            }
        }

        return hosts.Count > 0 ? hosts : throw cursor.Invalid("A service needs at least one host.");
    }

    private static T ReadEnum<T>(in CatalogueJson cursor, string text)
        where T : struct, Enum =>
        Array.IndexOf(Enum.GetNames<T>(), text) is >= 0 and var index
            ? Enum.GetValues<T>()[index]
            : throw cursor.Invalid($"'{text}' is none of {string.Join(", ", Enum.GetNames<T>())}.");

    private static DateOnly ReadDate(in CatalogueJson cursor, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw cursor.Invalid($"'{text}' is no date. Write it as 2026-09-01.");

    /// <summary>What has been read so far: names and hosts stand once in a file.</summary>
    private sealed class Known
    {
        private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<string> _hosts = new(StringComparer.Ordinal);

        public string Name(in CatalogueJson cursor, string text) =>
            !ServiceName.IsValid(text) ? throw cursor.Invalid(CatalogueFaults.ServiceNameInvalid(text).Message)
            : _names.Add(text) ? text
            : throw cursor.Invalid($"'{text}' is already the name or alias of a service. Names and aliases are unique without regard to case.");

        public string Host(in CatalogueJson cursor, string text, HostRole role)
        {
            if (!HostName.TryParse(text, out var host))
            {
                throw cursor.Invalid(CatalogueFaults.HostInvalid(text).Message);
            }

            if (!string.Equals(host, text, StringComparison.Ordinal))
            {
                throw cursor.Invalid($"Write the host '{text}' as {host}.");
            }

            if (WideHosts.IsRegistry(host))
            {
                throw cursor.Invalid(CatalogueFaults.HostTooWide(host).Message);
            }

            if (role != HostRole.SharedInfrastructure && WideHosts.IsPlatform(host))
            {
                throw cursor.Invalid($"{host} is a platform that other sites use too: its role is SharedInfrastructure.");
            }

            return _hosts.Add(host) ? host : throw cursor.Invalid($"{host} already stands in this file. A host belongs to one service, in one role.");
        }
    }
}
