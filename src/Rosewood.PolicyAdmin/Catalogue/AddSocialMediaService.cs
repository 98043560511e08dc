using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>Adds a service to the school's catalogue, extends one, or switches a built-in one on again (USE-4).</summary>
/// <example><code>Add-SocialMediaService -Name Chatterbox -HostName chatterbox.example -Kind Messaging</code>A service that the catalogue does not have yet.</example>
/// <example><code>Add-SocialMediaService -Name Facebook</code>Switches a built-in service on again.</example>
public sealed class AddSocialMediaService : PolicyRequest
{
    /// <summary>The service's name; an alias of a service means that service.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its hosts, each covering its subdomains; addresses are cut down to their host. Not needed to switch a built-in service on again.</summary>
    public string[] HostName { get; set; } = [];

    /// <summary>Its kind; default: as it is, and Other for a new service.</summary>
    public ServiceKind? Kind { get; set; }

    /// <summary>The hosts' role; default: Primary, a host that people go to.</summary>
    public HostRole? Role { get; set; }

    /// <summary>Other names that people type for it.</summary>
    public string[] Alias { get; set; } = [];

    /// <summary>Marks it as named in the school's policy (SAF-2): reports show it apart.</summary>
    public bool NamedInPolicy { get; set; }

    /// <summary>Also where a service that the policy names (SAF-2) would no longer be blocked at a host.</summary>
    public bool Force { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        ServiceName.Parse(Name);
        Array.ForEach(Alias, static a => ServiceName.Parse(a));
        Array.ForEach(HostName, static h => Catalogue.HostName.Parse(h));
    }
}

internal sealed class AddSocialMediaServiceHandler : CommandHandler<AddSocialMediaService>
{
    public override Task HandleAsync(AddSocialMediaService request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var plan = ServiceAddition.Plan(request, context, context.Now);
        if (plan.Fact is null)
        {
            sink.Warn($"{plan.Name} already is as asked; nothing was changed.");
            return Task.CompletedTask;
        }

        if (!sink.ShouldProcess(plan.Name, plan.Action))
        {
            return Task.CompletedTask;
        }

        using var change = context.BeginChange();

        // Planned again under the store's lock: another command may have claimed a name or a host since.
        plan = ServiceAddition.Plan(request, context, change.Origin.At);
        if (plan.Fact is not null)
        {
            context.Store.Services.Append(change, plan.Fact);
            change.Audit("USE-4", "service:" + plan.Name, plan.Before, plan.After);
            change.Commit();
        }

        sink.Write(plan.After);
        return Task.CompletedTask;
    }
}
