using System.Runtime.CompilerServices;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;

namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>
/// Reads a list page by page. The service's own faults are told from the client's: a page whose text breaks off is asked for again, one that
/// leads back to where it came from, or whose token went stale, ends the chain with <see cref="GraphChainException"/>.
/// </summary>
/// <param name="connection">The connection.</param>
internal sealed class GraphPages(GraphConnection connection)
{
    private const int MostTries = 4;

    /// <summary>The pages, each valid until the next is asked for.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="client">The version's client.</param>
    /// <param name="first">The first page's request.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="GraphChainException">The chain broke; what was given so far stands.</exception>
    public async IAsyncEnumerable<GraphPage> ReadAsync(
        GraphOperation operation,
        GraphServiceClient client,
        Func<RequestInformation> first,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var followed = new HashSet<string>(StringComparer.Ordinal);
        string? address = null;
        do
        {
            using var page = await PageAsync(operation, client, address is null ? first : () => connection.Follow(address), address is not null, cancellationToken);
            yield return page;
            address = page.Next;
            if (address is not null && !followed.Add(address))
            {
                throw new GraphChainException("A page leads back to one that was read before.");
            }
        }
        while (address is not null);
    }

    private async Task<GraphPage> PageAsync(GraphOperation operation, GraphServiceClient client, Func<RequestInformation> request, bool isFollowing, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            try
            {
                await using var body = await connection.SendAsync(operation, client, request(), cancellationToken);
                if (await GraphPage.TryReadAsync(body, cancellationToken) is { } page)
                {
                    return page;
                }
            }
            catch (GraphRefusedException e) when (isFollowing)
            {
                throw new GraphChainException("The service no longer knows the page's token.", e);
            }
        }

        throw GraphFaults.AnswerBroken(operation).ToException();
    }
}
