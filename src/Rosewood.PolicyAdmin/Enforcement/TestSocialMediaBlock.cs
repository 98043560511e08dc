using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>
/// Tries the block through the path that people's traffic takes, compares what comes back with the decision, and keeps a test record:
/// when, by whom, from which device and place, as which user, what was tried, the result, and what to do.
/// </summary>
/// <example><code>Test-SocialMediaBlock</code>Every target, with the accounts that policy.json names for probes.</example>
/// <example><code>Test-SocialMediaBlock -Target proxy -User n.obrien -PasswordFile ./probe.txt -Service Facebook,YouTube</code>One target as one person, with two services.</example>
public sealed class TestSocialMediaBlock : PolicyRequest
{
    /// <summary>Targets by name. Default: all that are enabled.</summary>
    public string[] Target { get; set; } = [];

    /// <summary>As whom: login name, UPN, full name or role. Default: the account that the target's configuration names.</summary>
    public string? User { get; set; }

    /// <summary>Services by name or alias. Default: one of those that the policy names, and a site that is no social medium.</summary>
    public string[] Service { get; set; } = [];

    /// <summary>A file whose first line is that person's password, where the target asks for one; only its owner may read it.</summary>
    [FilePath]
    public string? PasswordFile { get; set; }
}

internal sealed class TestSocialMediaBlockHandler : CommandHandler<TestSocialMediaBlock>
{
    public override async Task HandleAsync(TestSocialMediaBlock request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var facts = EnforcementFacts.Load(context);
        var person = string.IsNullOrWhiteSpace(request.User) ? null : facts.Access.People.Resolve(request.User, facts.At.UtcTicks);
        var password = request.PasswordFile is { } file ? PasswordFile.Read(file) : null;
        var services = request.Service
            .Select(s => facts.Access.Catalogue.Find(s)?.Name ?? throw CatalogueFaults.ServiceNotFound(s, facts.Access.Catalogue).ToException())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var target in TargetWork.Choose(context.Config, request.Target).Where(t => t.Enabled || request.Target.Length > 0))
        {
            var scope = new ProbeScope { Person = person, Password = password, Services = services };
            try
            {
                await TestAsync(target, facts, scope, context, sink, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException && ((e as FaultException)?.Fault ?? CommandFaults.From(e)) is { } fault)
            {
                sink.Report(fault);
            }
        }
    }

    private static async Task TestAsync(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var driver = EnforcementDrivers.For(target.Kind);
        var probes = driver.Probes(target, facts, scope);
        if (probes.Count == 0)
        {
            sink.Warn($"'{target.Name}' can't be tried from here. {scope.WhyNot}");
            return;
        }

        var answers = await BlockProver.RunAsync(driver, target, probes, cancellationToken);
        using var change = context.BeginChange();
        var at = TimeZoneInfo.ConvertTime(change.Origin.At, context.Workspace.Zone);
        var kept = answers.Select(a => context.Store.Enforcement.Add(change, Record(a, target, facts, context, at))).ToList();
        change.Audit(Clauses.SchoolDevices, $"target {target.Name}", before: null, kept);
        change.Commit();
        kept.ForEach(sink.Write);
    }

    private static BlockTest Record(ProbeAnswer answer, EnforcementTargetConfig target, EnforcementFacts facts, CommandContext context, DateTimeOffset at)
    {
        var address = answer.Probe.SourceAddress;
        var deviceClass = facts.Devices.Resolve(address, deviceText: null, facts.At.UtcTicks).Class;
        return new(
            "",
            at,
            context.Operator.DisplayName,
            target.Name,
            Environment.MachineName,
            answer.Probe.Login,
            address is null ? Environment.MachineName : $"{address} ({(deviceClass == DeviceClass.Unknown ? "unknown, counts as School" : deviceClass.ToString())})",
            answer.Probe.Service,
            answer.Probe.Host,
            answer.Expected,
            answer.Finding.Result,
            answer.Outcome,
            Action(answer, target));
    }

    private static string? Action(ProbeAnswer answer, EnforcementTargetConfig target) => answer.Outcome switch
    {
        BlockTestOutcome.Passed => null,
        BlockTestOutcome.NotTested => "Find out why nothing could be seen, and test again.",
        _ when answer.Probe.ExpectAllowed => $"Someone who may is kept out. Get-SocialMediaBlock -Target '{target.Name}' shows whether the target is in step; then Publish-SocialMediaBlock.",
        _ => $"The block does not hold. Tell SLT, run Publish-SocialMediaBlock -Target '{target.Name}', and test again.",
    };
}
