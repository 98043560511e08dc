using System.Net;
using System.Text;
using Rosewood.PolicyAdmin.Enforcement;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Squid;

/// <summary>A second reading of squid.conf: the ACL types that our files use, by Squid's documentation, and not by our code.</summary>
internal sealed class SquidRules
{
    private readonly Dictionary<string, (string Type, List<string> Values)> _acls = new(StringComparer.Ordinal);
    private readonly List<string[]> _denies = [];

    public SquidRules(TargetPlan plan)
    {
        var files = plan.Parts.ToDictionary(p => p.Path, p => Encoding.UTF8.GetString(p.Content.Span), StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(plan.Entry.Content.Span).Split('\n').Where(l => l.Length > 0 && l[0] != '#'))
        {
            var words = line.Split(' ');
            switch (words[0])
            {
                case "acl":
                    var values = words.Skip(3).Where(w => w is not "-n" and not "-i").SelectMany(w => w[0] == '"' ? Lines(files[w.Trim('"')]) : [w]);
                    _acls.TryAdd(words[1], (words[2], []));
                    _acls[words[1]].Values.AddRange(values);
                    break;
                case "http_access":
                    words[1].ShouldBe("deny");
                    _denies.Add(words[2..]);
                    break;
                case "deny_info" or "client_lifetime" or "logformat" or "access_log":
                    break;
                default:
                    throw new InvalidOperationException(line);
            }
        }
    }

    public bool Refuses(string? user, IPAddress address, string host) => _denies.Exists(rule => rule.All(a => Fits(a, user, address, host)));

    private static IEnumerable<string> Lines(string file) => file.Split('\n').Where(l => l.Length > 0 && l[0] != '#');

    private bool Fits(string word, string? user, IPAddress address, string host)
    {
        if (word[0] == '!')
        {
            return !Fits(word[1..], user, address, host);
        }

        var (type, values) = _acls[word];
        return type switch
        {
            "all-of" => values.TrueForAll(v => Fits(v, user, address, host)),
            "any-of" => values.Exists(v => Fits(v, user, address, host)),
            "src" => values.Exists(v => string.Equals(v, "all", StringComparison.Ordinal) || (IPNetwork.TryParse(v, out var network) && network.Contains(address))),
            "dstdomain" => values.Exists(v => v[0] == '.' ? ('.' + host).EndsWith(v, StringComparison.Ordinal) : string.Equals(host, v, StringComparison.Ordinal)),
            "proxy_auth" => user is not null && values.Contains(user, StringComparer.OrdinalIgnoreCase),
            _ => throw new InvalidOperationException(type),
        };
    }
}
