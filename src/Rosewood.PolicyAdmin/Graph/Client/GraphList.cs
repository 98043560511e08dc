using System.Text.Json;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>Reads a list that has no time to its end; a chain that broke is begun anew.</summary>
/// <param name="connection">The connection.</param>
internal sealed class GraphList(GraphConnection connection)
{
    private const int MostTries = 4;

    /// <summary>Reads a list.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="client">The version's client.</param>
    /// <param name="first">The first page's request.</param>
    /// <param name="begin">Called before each try: what came before comes again.</param>
    /// <param name="take">Takes a record, valid during the call.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="refusedIsEmpty">Whether a refusal means that there is nothing.</param>
    /// <exception cref="FaultException">The service refuses, or its pages come to no end.</exception>
    public async Task ReadAsync(
        GraphOperation operation,
        GraphServiceClient client,
        Func<RequestInformation> first,
        Action begin,
        Action<JsonElement> take,
        CancellationToken cancellationToken,
        bool refusedIsEmpty = false)
    {
        for (var tries = 1; ; tries++)
        {
            begin();
            try
            {
                await foreach (var page in new GraphPages(connection).ReadAsync(operation, client, first, cancellationToken))
                {
                    foreach (var record in page.Items.EnumerateArray().Where(static r => r.ValueKind == JsonValueKind.Object))
                    {
                        take(record);
                    }
                }

                return;
            }
            catch (GraphChainException e) when (tries == MostTries)
            {
                throw GraphFaults.PagesRepeat(operation).ToException(e);
            }
            catch (GraphChainException)
            {
                // Begun anew.
            }
            catch (GraphRefusedException e) when (GraphOperations.Of(operation).Licence is not null && GraphFaults.IsLicence(e.Code, e.Message))
            {
                throw GraphFaults.LicenceMissing(operation).ToException(e);
            }
            catch (GraphRefusedException) when (refusedIsEmpty)
            {
                return;
            }
            catch (GraphRefusedException e)
            {
                throw GraphFaults.Refused(operation, e).ToException(e);
            }
        }
    }
}
