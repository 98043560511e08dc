namespace Rosewood.Tenancy;

/// <summary>A request that reached the tenant, and how it was answered.</summary>
/// <param name="Number">Its place in the order of arrival, from 1.</param>
/// <param name="Service">The budget that it counts for: <c>reports</c>, <c>messageTraces</c>, <c>directory</c>, <c>outlook</c>, <c>intune</c>, <c>governance</c>, <c>auditQueries</c>, <c>login</c>, or <c>unknown</c>.</param>
/// <param name="Method">GET, POST, …</param>
/// <param name="Path">The decoded path with its version: <c>/v1.0/users</c>.</param>
/// <param name="Query">The decoded query options.</param>
/// <param name="Headers">The headers of interest; never the token.</param>
/// <param name="Body">The body as text; empty without one.</param>
/// <param name="Status">The status answered; 0 when the connection was cut before one.</param>
/// <param name="ErrorCode">The code of the error body, or null.</param>
/// <param name="Fault">The fault that was thrown in.</param>
/// <param name="At">When it arrived, by the machine's clock.</param>
public sealed record RecordedRequest(
    int Number,
    string Service,
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    int Status,
    string? ErrorCode,
    FaultKind Fault,
    DateTimeOffset At);
