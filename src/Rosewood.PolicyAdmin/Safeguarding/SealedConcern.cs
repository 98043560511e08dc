namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>A concern as the store has it.</summary>
/// <param name="Id">Its id, such as <c>SC-0001</c>.</param>
/// <param name="At">When it was reported.</param>
/// <param name="Envelope">Its content, sealed.</param>
/// <param name="Wrapped">Its key, sealed, by the id of the key that opens it.</param>
public sealed record SealedConcern(string Id, DateTimeOffset At, byte[] Envelope, IReadOnlyDictionary<string, byte[]> Wrapped);
