using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Graph.Authentication;

/// <summary>How the program signs in, from the configuration.</summary>
internal sealed class TenantCredential
{
    private readonly Func<TokenRequestContext, CancellationToken, Task<AuthenticationRecord>>? _signIn;

    private TenantCredential(TokenCredential token, bool isKept, Func<TokenRequestContext, CancellationToken, Task<AuthenticationRecord>>? signIn = null)
    {
        Token = token;
        IsKept = isKept;
        _signIn = signIn;
    }

    /// <summary>Gives tokens.</summary>
    public TokenCredential Token { get; }

    /// <summary>Whether the next command signs in without a person.</summary>
    public bool IsKept { get; }

    /// <summary>Makes the credential; nobody is asked yet.</summary>
    /// <param name="config">The tenant.</param>
    /// <param name="paths">Where the account's file is.</param>
    /// <param name="now">The time, for certificates.</param>
    /// <param name="sink">Where the code for a person goes.</param>
    /// <param name="isForService">Whether a timer runs the command.</param>
    /// <param name="transport">How the sign-in service is reached; null: as the system does.</param>
    /// <exception cref="FaultException">The certificate can't be used, or a person is needed and none is there.</exception>
    public static TenantCredential Create(TenantConfig config, TenantPaths paths, DateTimeOffset now, ICommandSink sink, bool isForService, HttpMessageHandler? transport = null)
    {
        var client = config.ClientId.ToString();
        switch (config.Authentication)
        {
            case TenantAuthentication.Certificate:
                var options = Prepare(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = config.Authority is not null }, config, transport);
                return new TenantCredential(new ClientCertificateCredential(config.TenantId, client, TenantCertificate.Load(config, now), options), isKept: true);
            case TenantAuthentication.ManagedIdentity:
                var identity = config.ClientId == Guid.Empty ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(client);
                return new TenantCredential(new ManagedIdentityCredential(Prepare(new ManagedIdentityCredentialOptions(identity), config: null, transport)), isKept: true);
            default:
                return isForService ? throw TenantFaults.NeedsPerson().ToException() : OfPerson(config, paths, sink, transport);
        }
    }

    /// <summary>Signs a person in where one is needed, and keeps who it was.</summary>
    /// <param name="paths">Where the account's file is.</param>
    /// <param name="request">For what.</param>
    /// <param name="anew">Also where a sign-in is kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task SignInAsync(TenantPaths paths, TokenRequestContext request, bool anew, CancellationToken cancellationToken)
    {
        if (_signIn is not null && (anew || !IsKept || TenantAccount.Load(paths) is null))
        {
            var account = await _signIn(request, cancellationToken);
            if (IsKept)
            {
                TenantAccount.Save(paths, account);
            }
        }
    }

    private static TenantCredential OfPerson(TenantConfig config, TenantPaths paths, ICommandSink sink, HttpMessageHandler? transport)
    {
        var isKept = TokenStore.IsThere();
        var store = isKept ? TokenStore.Of(paths.Workspace) : null;
        var account = isKept ? TenantAccount.Load(paths) : null;
        if (!isKept)
        {
            sink.Warn("This machine has no protected store for tokens (on Linux: a keyring), so the sign-in counts for this command only and nothing of it is kept. For timers use a certificate.");
        }

        var client = config.ClientId.ToString();
        if (config.Authentication == TenantAuthentication.Interactive)
        {
            var browser = new InteractiveBrowserCredential(Prepare(
                new InteractiveBrowserCredentialOptions
                {
                    TenantId = config.TenantId,
                    ClientId = client,
                    TokenCachePersistenceOptions = store,
                    AuthenticationRecord = account,
                    DisableInstanceDiscovery = config.Authority is not null,
                },
                config,
                transport));
            return new TenantCredential(browser, isKept, browser.AuthenticateAsync);
        }

        var device = new DeviceCodeCredential(Prepare(
            new DeviceCodeCredentialOptions
            {
                TenantId = config.TenantId,
                ClientId = client,
                TokenCachePersistenceOptions = store,
                AuthenticationRecord = account,
                DisableInstanceDiscovery = config.Authority is not null,
                DeviceCodeCallback = (code, _) =>
                {
                    sink.Warn($"Sign in: open {PlainText.Clean(code.VerificationUri.ToString())} and enter the code {PlainText.Clean(code.UserCode)}, within fifteen minutes. Enter it only where you asked for it yourself.");
                    return Task.CompletedTask;
                },
            },
            config,
            transport));
        return new TenantCredential(device, isKept, device.AuthenticateAsync);
    }

    private static T Prepare<T>(T options, TenantConfig? config, HttpMessageHandler? transport)
        where T : TokenCredentialOptions
    {
        if (config?.Authority is { } authority)
        {
            options.AuthorityHost = authority;
        }

        if (transport is not null)
        {
            options.Transport = new HttpClientTransport(transport);
        }

        // Neither tokens nor names go into anybody's logs.
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsTelemetryEnabled = false;
        return options;
    }
}
