using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace.Reading;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Reads <c>policy.json</c> strictly: unknown keys and wrong values are faults with file, line, column and path.</summary>
public static class PolicyConfigReader
{
    /// <summary>1 MiB: a school's configuration has a few KiB.</summary>
    private const int MaxBytes = 1 << 20;

    private static readonly ConfigValue<PolicyConfig> Root = ConfigObject.Of(static o =>
    {
        o.Optional("$schema", ConfigValues.Line, fallback: "");
        return new PolicyConfig
        {
            School = o.Required("school", SchoolSection.School),
            SchoolDay = o.Required("schoolDay", SchoolDaySection.SchoolDay),
            Networks = SchoolSection.Networks(o),
            RoleNames = o.Optional("roleNames", RoleNamesSection.Read, new Dictionary<string, Role>(StringComparer.OrdinalIgnoreCase)),
            Access = o.Optional("access", AccessSection.Access, new AccessConfig()),
            Enforcement = o.Optional("enforcement", EnforcementSection.Enforcement, new EnforcementConfig()),
            Tenant = o.Optional("tenant", TenantSection.Tenant, fallback: null!),
            Retention = o.Optional("retention", RetentionSection.Retention, new RetentionConfig()),
            Registers = o.Optional("registers", RegistersSection.Registers, new RegistersConfig()),
            Reports = o.Optional("reports", ReportsSection.Reports, new ReportsConfig()),
            Incidents = o.Optional("incidents", IncidentsSection.Incidents, new IncidentsConfig()),
            SignIns = o.Optional("signIns", SignInsSection.SignIns, new SignInsConfig()),
            Correspondence = o.Optional("correspondence", CorrespondenceSection.Correspondence, new CorrespondenceConfig()),
            Logs = o.Optional("logs", LogsSection.Logs, new LogsConfig()),
        };
    });

    /// <summary>Reads and checks a configuration.</summary>
    /// <exception cref="FaultException"><c>ConfigInvalid</c>, with place and remedy.</exception>
    public static PolicyConfig Read(string path) => Read(path, out _);

    /// <summary>The same, with the text that was read, so that what is noted as seen is what counted.</summary>
    /// <exception cref="FaultException"><c>ConfigInvalid</c>, with place and remedy.</exception>
    public static PolicyConfig Read(string path, out string text)
    {
        var file = Path.GetFileName(path);
        var utf8 = ReadBounded(path, file);
        var config = Parse(utf8, file);
        text = Encoding.UTF8.GetString(utf8);
        return config;
    }

    /// <summary>Checks a configuration's bytes.</summary>
    /// <param name="utf8">The bytes, with or without byte order mark.</param>
    /// <param name="file">The file's name, for faults.</param>
    /// <exception cref="FaultException"><c>ConfigInvalid</c>: up to 20 problems with line, column, JSON path and remedy.</exception>
    public static PolicyConfig Parse(ReadOnlySpan<byte> utf8, string file = "policy.json")
    {
        var body = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        var problems = new ConfigProblems();
        var root = ConfigTree.Parse(body, problems);
        var config = root is null ? null : Root(root, problems);
        return problems.Count == 0 ? config! : throw problems.ToFault(file, body).ToException();
    }

    private static byte[] ReadBounded(string path, string file)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[MaxBytes + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length <= MaxBytes
            ? bytes[..length]
            : throw new Fault("ConfigInvalid", FaultKind.InvalidArgument, file, $"{file} is larger than 1 MiB, which no configuration is. Check that it is the right file.").ToException();
    }
}
