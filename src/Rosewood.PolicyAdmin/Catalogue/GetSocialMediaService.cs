using System.IO.Enumeration;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>Shows the services of the catalogue, or tells which service a host belongs to.</summary>
/// <example><code>Get-SocialMediaService -Kind WebMail</code>The personal web mail services (USE-4).</example>
/// <example><code>Get-SocialMediaService -HostName m.facebook.com,t.co</code>Which service each of these hosts belongs to.</example>
public sealed class GetSocialMediaService : PolicyRequest
{
    /// <summary>Names or aliases, with wildcards <c>*</c> and <c>?</c>; default: all.</summary>
    public string[] Name { get; set; } = [];

    /// <summary>Hosts or addresses; for each the answer is its service and its role. With names or a kind: only answers of those services.</summary>
    public string[] HostName { get; set; } = [];

    /// <summary>Only services of this kind; default: all.</summary>
    public ServiceKind? Kind { get; set; }
}

internal sealed class GetSocialMediaServiceHandler : CommandHandler<GetSocialMediaService>
{
    public override Task HandleAsync(GetSocialMediaService request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var catalogue = CatalogueLoader.Load(context, out var warning);
        if (warning is not null)
        {
            sink.Warn(warning);
        }

        if (request.HostName.Length > 0)
        {
            WriteHosts(request, catalogue, sink);
        }
        else
        {
            WriteServices(request, catalogue, sink);
        }

        return Task.CompletedTask;
    }

    private static void WriteServices(GetSocialMediaService request, ServiceCatalogue catalogue, ICommandSink sink)
    {
        foreach (var name in request.Name.Where(n => !HasWildcard(n) && catalogue.Find(n) is null))
        {
            sink.Report(CatalogueFaults.ServiceNotFound(name, catalogue));
        }

        foreach (var service in catalogue.Services.Where(s => Fits(request, s)).OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase))
        {
            sink.Write(service);
        }
    }

    private static void WriteHosts(GetSocialMediaService request, ServiceCatalogue catalogue, ICommandSink sink)
    {
        foreach (var typed in request.HostName)
        {
            if (!HostName.TryParse(typed, out var host))
            {
                sink.Report(CatalogueFaults.HostInvalid(typed));
                continue;
            }

            var answer = HostAnswer.Of(catalogue, host);
            if ((request.Name.Length == 0 && request.Kind is null) || (answer.Service is { } name && Fits(request, catalogue.Find(name)!)))
            {
                sink.Write(answer);
            }
        }
    }

    private static bool Fits(GetSocialMediaService request, SocialMediaService service) =>
        (request.Kind is null || service.Kind == request.Kind)
        && (request.Name.Length == 0 || Array.Exists(request.Name, n => Fits(n.Trim(), service)));

    private static bool Fits(string pattern, SocialMediaService service) =>
        service.Aliases.Prepend(service.Name).Any(n => FileSystemName.MatchesSimpleExpression(pattern, n, ignoreCase: true));

    private static bool HasWildcard(string name) => name.AsSpan().IndexOfAny('*', '?') >= 0;
}
