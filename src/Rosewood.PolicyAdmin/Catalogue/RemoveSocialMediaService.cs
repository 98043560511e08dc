using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>Switches built-in services off, takes the school's own back, or takes single hosts out of a service (USE-4).</summary>
/// <example><code>Remove-SocialMediaService -Name Chatterbox</code>Takes a service of the school's own back.</example>
/// <example><code>Remove-SocialMediaService -Name Pinterest -HostName pinimg.com -WhatIf</code>Shows what taking one host out would change.</example>
public sealed class RemoveSocialMediaService : PolicyRequest
{
    /// <summary>Names or aliases. Alone: the whole services; a built-in one that the school extended goes off with its extensions.</summary>
    public string[] Name { get; set; } = [];

    /// <summary>Hosts to take out, each an entry of the catalogue; with a name: of that service.</summary>
    public string[] HostName { get; set; } = [];

    /// <summary>Also for services that the school's policy names (SAF-2).</summary>
    public bool Force { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Name.Length == 0 && HostName.Length == 0)
        {
            throw CatalogueFaults.NothingToRemove().ToException();
        }

        Array.ForEach(HostName, static h => Catalogue.HostName.Parse(h));
    }
}

internal sealed class RemoveSocialMediaServiceHandler : CommandHandler<RemoveSocialMediaService>
{
    public override Task HandleAsync(RemoveSocialMediaService request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var removals = ServiceRemoval.Plan(request, context, context.Now).Where(r => sink.ShouldProcess(r.Before.Name, r.Action)).ToList();
        if (removals.Count == 0)
        {
            return Task.CompletedTask;
        }

        using var change = context.BeginChange();

        // Planned again under the store's lock: another command may have changed these services since.
        var agreed = removals.Select(r => r.Before.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var removal in ServiceRemoval.Plan(request, context, change.Origin.At).Where(r => agreed.Contains(r.Before.Name)))
        {
            context.Store.Services.Append(change, removal.Fact);
            change.Audit("USE-4", "service:" + removal.Before.Name, removal.Before, removal.After);
        }

        change.Commit();
        return Task.CompletedTask;
    }
}
