using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>
/// Gives the catalogue that counts in a workspace: the built-in one with the school's say from the store, and the school's own hosts
/// and mail domains from <c>policy.json</c>. Where the school's say can't be read the built-in one serves: unlike a grant, a
/// catalogue that fails must not close every other site.
/// </summary>
public static class CatalogueLoader
{
    /// <summary>The catalogue that counts; without a workspace the built-in one.</summary>
    public static ServiceCatalogue Load(CommandContext context) => Load(context, out _);

    /// <summary>The catalogue that counts, and what could not be read of it.</summary>
    /// <param name="context">The command's context.</param>
    /// <param name="warning">A sentence for the person at the keyboard, or null.</param>
    public static ServiceCatalogue Load(CommandContext context, out string? warning)
    {
        ArgumentNullException.ThrowIfNull(context);
        warning = null;
        if (!context.HasWorkspace)
        {
            return ServiceCatalogue.BuiltIn;
        }

        var school = context.Config.School;
        var ownHosts = school.OwnHosts.Concat(school.MailDomains).ToList();
        try
        {
            return WithFacts(context.Store.Services.Load(), ownHosts);
        }
        catch (Exception e) when ((e as FaultException)?.Fault is { } || CommandFaults.From(e) is { })
        {
            var reason = (e as FaultException)?.Fault.Message ?? CommandFaults.From(e)!.Message;
            warning = $"The school's own changes to the catalogue can't be read, so the built-in catalogue is used. {reason}";
            return WithFacts([], ownHosts);
        }
    }

    /// <summary>The names of services as a person typed them, each once.</summary>
    /// <exception cref="FaultException"><c>ServiceNotFound</c>.</exception>
    internal static IReadOnlyList<string> Names(IReadOnlyCollection<string> typed, CommandContext context)
    {
        if (typed.Count == 0)
        {
            return [];
        }

        var catalogue = Load(context);
        return [.. typed.Select(s => catalogue.Find(s)?.Name ?? throw CatalogueFaults.ServiceNotFound(s, catalogue).ToException()).Distinct(StringComparer.Ordinal)];
    }

    internal static ServiceCatalogue WithFacts(IReadOnlyList<ServiceFact> facts, IReadOnlyList<string> ownHosts)
    {
        var (services, off) = SchoolServices.Fold(ServiceCatalogue.BuiltIn, facts);
        return ServiceCatalogue.BuiltIn.With(services, off, ownHosts);
    }
}
