namespace Rosewood.PolicyAdmin.Correspondence.Model;

/// <summary>A record that could not be read.</summary>
/// <param name="Place">Where: <c>record 7</c> or <c>line 7</c>.</param>
/// <param name="Reason">Why.</param>
internal sealed record UnreadRow(string Place, string Reason);
