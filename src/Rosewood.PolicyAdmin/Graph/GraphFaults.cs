using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Identity.Client;
using Microsoft.Kiota.Abstractions;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Client;

namespace Rosewood.PolicyAdmin.Graph;

/// <summary>What the service and the way to it can refuse, in words for the person who typed the command.</summary>
internal static partial class GraphFaults
{
    private const string Consent = "An administrator consents in the Entra admin centre: App registrations, the app, API permissions, Add a permission, Microsoft Graph, then 'Grant admin consent'.";

    /// <summary>An address that must not get a token, or that would get data without one.</summary>
    public static Fault AddressUnsafe(Uri address) => new(
        "GraphAddressUnsafe",
        FaultKind.InvalidArgument,
        address.GetLeftPart(UriPartial.Authority),
        "Plain http and requests without a sign-in are for this machine itself (127.0.0.1, [::1], localhost). Give tenant.graphBaseUrl an https address.");

    /// <summary>A next page at another host.</summary>
    public static Fault PageElsewhere(string address) => new(
        "GraphPageElsewhere",
        FaultKind.Corrupt,
        PlainText.Shorten(PlainText.Clean(address)),
        "The service says that its next page is at another host. It was not asked there, since that host would get the school's token. Tell the technician who looks after the network: something stands between this machine and the service.");

    /// <summary>An answer that sends elsewhere.</summary>
    public static Fault Redirected(string address) => new(
        "GraphRedirected",
        FaultKind.Corrupt,
        PlainText.Shorten(PlainText.Clean(address)),
        "The answer says to go to another address, which Microsoft Graph never does. Nothing was sent there. Tell the technician who looks after the network: something stands between this machine and the service, such as a proxy or a page that wants a login.");

    /// <summary>Answers that can't be read.</summary>
    public static Fault AnswerBroken(GraphOperation operation) => new(
        "GraphAnswerBroken",
        FaultKind.Unavailable,
        operation.ToString(),
        $"The service's answers about {GraphOperations.Of(operation).What} broke off or are no list, several times in a row. What was fetched before stays. Run the command again later; where it stays so, look at the proxy between this machine and the service.");

    /// <summary>Things that come without their properties, which the service leaves out in silence where a permission is missing.</summary>
    public static Fault PermissionMissing(GraphOperation operation) => OfStatus(403, "", "", operation);

    /// <summary>A licence that the tenant lacks.</summary>
    public static Fault LicenceMissing(GraphOperation operation)
    {
        var needs = GraphOperations.Of(operation);
        return new Fault("GraphLicenceMissing", FaultKind.Unavailable, needs.What, $"The tenant lacks the licence for {needs.Gerund} {needs.What} ({needs.Licence ?? "see the service's documents"}). {needs.Offline}");
    }

    /// <summary>Whether a refusal is for want of a licence; paths of the service differ in code and status.</summary>
    public static bool IsLicence(string code, string message) =>
        code.Contains("Premium", StringComparison.OrdinalIgnoreCase) || message.Contains("premium", StringComparison.OrdinalIgnoreCase) || message.Contains("license", StringComparison.OrdinalIgnoreCase);

    /// <summary>Pages that never end.</summary>
    public static Fault PagesRepeat(GraphOperation operation) => new(
        "GraphPagesRepeat",
        FaultKind.Unavailable,
        operation.ToString(),
        $"The service repeats its pages of {GraphOperations.Of(operation).What} and comes to no end. What was fetched before stays. Run the command again later.");

    /// <summary>A request that the service calls wrong.</summary>
    public static Fault Refused(GraphOperation operation, GraphRefusedException error) => error.Status == 404
        ? new Fault("GraphNotFound", FaultKind.NotFound, operation.ToString(), $"The service has no such thing: {Said(error.Code, error.Message)} Check the ids in policy.json, and that the tenant has the feature.")
        : new Fault("GraphRequestRefused", FaultKind.Unavailable, operation.ToString(), $"The service refused the request for {GraphOperations.Of(operation).What}: {Said(error.Code, error.Message)} The service may have changed: install the newest version, or report it with this message.");

    /// <summary>The fault for an error on the way to the service or of it; null for one that is no such thing.</summary>
    public static Fault? From(Exception error, GraphOperation operation, Uri address)
    {
        var host = address.Host;
        return error switch
        {
            FaultException => null,
            ODataError e => OfStatus(e.ResponseStatusCode, e.Error?.Code ?? "", e.Error?.Message ?? "", operation),
            ApiException e => OfStatus(e.ResponseStatusCode, "", "", operation),
            CredentialUnavailableException => new("TenantIdentityUnavailable", FaultKind.Unavailable, "tenant.authentication", "This machine gives no identity: it has no managed identity, no sign-in is kept, or nobody is there to sign in. Check tenant.authentication, and run Connect-PolicyTenant."),
            AuthenticationFailedException e => OfSignIn(e, host),
            TimeoutException => ServiceDown(operation, "it did not answer in time"),
            HttpRequestException e => OfNetwork(e, host) ?? ServiceDown(operation, "the connection broke off, several times"),
            IOException => ServiceDown(operation, "the connection broke off, several times"),
            AggregateException { InnerException: { } inner } => From(inner, operation, address),
            _ => null,
        };
    }

    private static Fault OfStatus(int status, string code, string message, GraphOperation operation)
    {
        var needs = GraphOperations.Of(operation);
        if (status == 403 && IsLicence(code, message))
        {
            return LicenceMissing(operation);
        }

        return status switch
        {
            401 => new("GraphTokenRefused", FaultKind.NotAuthorised, needs.What, $"The service refused the sign-in: {Said(code, message)} It has expired or was withdrawn. Run Connect-PolicyTenant, then the command again: what was fetched stays."),
            403 => new("GraphPermissionMissing", FaultKind.NotAuthorised, needs.Permission, $"{needs.Command} needs the permission {needs.Permission} to {needs.Verb} {needs.What}, and the app has it not. {Consent} {(needs.Setup is null ? "" : needs.Setup + " ")}{needs.Offline}"),
            429 => new("GraphThrottled", FaultKind.Unavailable, needs.What, $"The service asked to wait longer than this command waits, for {needs.What}. What was fetched stays. Run the command again in a quarter of an hour; it goes on where it stopped."),
            >= 500 => ServiceDown(operation, string.Create(CultureInfo.InvariantCulture, $"it answers with an error of its own ({status})")),
            _ => new("GraphRequestRefused", FaultKind.Unavailable, needs.What, $"The service refused the request for {needs.What} ({status}): {Said(code, message)} The service may have changed: install the newest version, or report it with this message."),
        };
    }

    private static Fault ServiceDown(GraphOperation operation, string why) => new(
        "GraphServiceDown",
        FaultKind.Unavailable,
        GraphOperations.Of(operation).What,
        $"Microsoft Graph can't be used now: {why}. What was fetched stays. Look at the service's health in the Microsoft 365 admin centre, and run the command again later; it goes on where it stopped.");

    private static Fault? OfNetwork(HttpRequestException error, string host) => error switch
    {
        { HttpRequestError: HttpRequestError.NameResolutionError } => Unreachable(host, "its name can't be resolved. Check this machine's DNS and network."),
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } } => Unreachable(host, "its name can't be resolved. Check this machine's DNS and network."),
        { HttpRequestError: HttpRequestError.SecureConnectionError } or { InnerException: AuthenticationException } => Unreachable(host, "no secure connection comes about: a proxy that looks into TLS, a wrong clock, or an old system. Let the proxy pass the host through."),
        { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError } => Unreachable(host, "no connection comes about. Check the network, the proxy and the firewall: https to it must be open."),
        _ => null,
    };

    private static Fault Unreachable(string host, string why) => new("GraphUnreachable", FaultKind.Unavailable, host, $"{host} can't be reached: {why}");

    private static Fault OfSignIn(AuthenticationFailedException error, string host)
    {
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is HttpRequestException network && OfNetwork(network, "the sign-in service") is { } fault)
            {
                return fault;
            }

            if (inner is MsalServiceException { StatusCode: >= 500 })
            {
                return new Fault("TenantSignInUnavailable", FaultKind.Unavailable, "sign-in service", "Microsoft's sign-in service has an error of its own. Look at the service's health in the Microsoft 365 admin centre, and run the command again later.");
            }
        }

        var code = SignInCode().Match(error.ToString()) is { Success: true } match ? match.Groups["code"].Value : "";
        return code switch
        {
            "700027" or "700024" or "7000222" or "700030" => new("TenantCertificateRefused", FaultKind.NotAuthorised, "certificate", $"Entra refused the app's certificate (AADSTS{code}): it has expired, or it is not the one in the app registration (Certificates & secrets). Upload the one that policy.json names, or name the one that is there; check this machine's clock."),
            "700016" or "700038" => new("TenantAppNotFound", FaultKind.NotFound, "tenant.clientId", $"Entra knows no such app in this tenant (AADSTS{code}). Check tenant.clientId against the app registration's 'Application (client) ID', and tenant.tenantId."),
            "90002" or "900023" or "900021" => new("TenantNotFound", FaultKind.NotFound, "tenant.tenantId", $"Entra knows no such tenant (AADSTS{code}). Check tenant.tenantId against 'Directory (tenant) ID' in the Entra admin centre."),
            "65001" or "90094" or "90095" => new("GraphConsentMissing", FaultKind.NotAuthorised, "consent", $"Nobody has consented to the app's permissions (AADSTS{code}). {Consent}"),
            "7000218" => new("TenantPublicFlowClosed", FaultKind.NotAuthorised, "tenant.authentication", "The app registration does not allow device code sign-in (AADSTS7000218). Under Authentication, set 'Allow public client flows' to Yes; or use a certificate."),
            "70019" or "70020" or "70016" => new("TenantSignInExpired", FaultKind.Unavailable, "tenant.authentication", "The code was not entered in time. Run the command again, and enter the new code within fifteen minutes."),
            "53000" or "53001" or "53003" or "530002" or "530003" or "50158" => new("TenantSignInBlocked", FaultKind.NotAuthorised, "conditional access", $"Conditional access blocks the sign-in (AADSTS{code}). Ask whoever runs the tenant's policies; device code sign-in is blocked in many: use a certificate."),
            "50034" or "50020" or "90072" => new("TenantAccountUnknown", FaultKind.NotFound, "account", $"The account does not belong to this tenant (AADSTS{code}). Sign in with one of the school's own."),
            _ => new("TenantSignInRefused", FaultKind.NotAuthorised, host, $"The sign-in failed{(code.Length > 0 ? $" (AADSTS{code})" : "")}. Run Connect-PolicyTenant; docs/graph.md lists what each code means{(code.Length > 0 ? $", and https://login.microsoftonline.com/error?code={code} explains it" : "")}."),
        };
    }

    /// <summary>What the service said, in a sentence.</summary>
    public static string Said(string code, string message) => (code, message) switch
    {
        ("", "") => "it gave no reason.",
        (_, "") => $"{PlainText.Shorten(PlainText.Clean(code))}.",
        _ => $"{PlainText.Shorten(PlainText.Clean(code))}: {PlainText.Shorten(PlainText.Clean(message), 200).TrimEnd('.')}.",
    };

    [GeneratedRegex("AADSTS(?<code>[0-9]{4,9})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SignInCode();
}
