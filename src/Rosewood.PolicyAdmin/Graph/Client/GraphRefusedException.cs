namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>The service understood a request and refused it as such: it is wrong, too old, or about something that is not there.</summary>
internal sealed class GraphRefusedException(int status, string code, string message, Exception inner) : Exception(message, inner)
{
    /// <summary>The HTTP status: 400, 404 or 410.</summary>
    public int Status { get; } = status;

    /// <summary>The service's own code.</summary>
    public string Code { get; } = code;
}
