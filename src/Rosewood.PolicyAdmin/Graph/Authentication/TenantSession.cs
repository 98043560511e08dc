using Azure.Core;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Client;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Graph.Authentication;

/// <summary>A command's way to the school's tenant: the configured sign-in and a connection.</summary>
internal sealed class TenantSession : IDisposable
{
    private TenantSession(TenantConfig config, TenantPaths paths, TenantCredential? credential, GraphConnection connection)
    {
        Config = config;
        Paths = paths;
        Credential = credential;
        Connection = connection;
    }

    /// <summary>The tenant.</summary>
    public TenantConfig Config { get; }

    /// <summary>Where the workspace keeps what belongs to it.</summary>
    public TenantPaths Paths { get; }

    /// <summary>How the program signs in; null: not at all, at a service on this machine.</summary>
    public TenantCredential? Credential { get; }

    /// <summary>The connection.</summary>
    public GraphConnection Connection { get; }

    /// <summary>Opens the way; nothing is sent yet.</summary>
    /// <exception cref="FaultException"><c>TenantNotConfigured</c>, or the sign-in can't be prepared.</exception>
    public static TenantSession Open(CommandContext context, ICommandSink sink)
    {
        var config = context.Config.Tenant ?? throw TenantFaults.NotConfigured().ToException();
        var paths = new TenantPaths(context.Workspace.Paths);
        var address = Root(config.GraphBaseUrl);

        // A service on this machine that nobody named an authority for is a test tenant: it gets no token.
        var credential = address.IsLoopback && config.Authority is null ? null : TenantCredential.Create(config, paths, context.Now, sink, context.Operator.IsService);
        var connection = GraphConnection.Create(new GraphConnectionOptions
        {
            BaseUrl = address,
            Credential = credential?.Token,
            Clock = context.Clock,
            OnWait = (wait, why) =>
            {
                if (wait >= TimeSpan.FromSeconds(1))
                {
                    sink.Progress(new CommandProgress("Microsoft Graph", 0, 0, $"waiting {wait.TotalSeconds:0} s: {why}"));
                }
            },
        });
        return new TenantSession(config, paths, credential, connection);
    }

    /// <summary>Opens the way and signs in, for a caller that then owns the session.</summary>
    /// <param name="context">The command's context.</param>
    /// <param name="sink">Where the code for a person goes.</param>
    /// <param name="make">Makes what the caller works with of the session.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FaultException">No tenant in the configuration, or the sign-in fails; nothing stays open then.</exception>
    public static async Task<T> OpenSignedInAsync<T>(CommandContext context, ICommandSink sink, Func<TenantSession, T> make, CancellationToken cancellationToken)
    {
        var session = Open(context, sink);
        try
        {
            await session.SignInAsync(anew: false, cancellationToken);
            return make(session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Signs in before anything is asked, so that what is wrong with the sign-in is told as that.</summary>
    /// <param name="anew">Whether a person is asked though a sign-in is kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What the token says; null: no sign-in, or a token that can't be read.</returns>
    /// <exception cref="FaultException">The sign-in fails.</exception>
    public async Task<TokenClaims?> SignInAsync(bool anew, CancellationToken cancellationToken)
    {
        if (Credential is not { } credential)
        {
            return null;
        }

        var request = new TokenRequestContext([Connection.Scope]);
        try
        {
            await credential.SignInAsync(Paths, request, anew, cancellationToken);
            return TokenClaims.TryRead((await credential.Token.GetTokenAsync(request, cancellationToken)).Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && GraphFaults.From(e, GraphOperation.Organization, Connection.Address) is { } fault)
        {
            throw fault.ToException(e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();

    /// <summary>The address without a version, which people copy with it.</summary>
    private static Uri Root(Uri? configured)
    {
        if (configured is null)
        {
            return GraphConnectionOptions.PublicCloud;
        }

        var text = configured.GetLeftPart(UriPartial.Path).TrimEnd('/');
        foreach (var version in (string[])["/v1.0", "/beta"])
        {
            text = text.EndsWith(version, StringComparison.OrdinalIgnoreCase) ? text[..^version.Length] : text;
        }

        return new Uri(text);
    }
}
