using Azure.Core;

namespace Rosewood.PolicyAdmin.Tests.Graph.Client;

/// <summary>A token that a test holds.</summary>
internal sealed class StaticToken(Func<string> token) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(token(), DateTimeOffset.UtcNow.AddHours(1));

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
