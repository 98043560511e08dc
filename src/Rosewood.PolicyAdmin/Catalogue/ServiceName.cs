using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>Names and aliases of services: what people type in lists and with wildcards, so neither may hold the signs for those.</summary>
internal static class ServiceName
{
    private const int MaxLength = 64;

    /// <summary>A name as it is kept: without blanks around it, composed.</summary>
    /// <exception cref="FaultException"><c>ServiceNameInvalid</c>.</exception>
    public static string Parse(string? typed)
    {
        var name = (typed ?? "").Trim();
        return IsValid(name) ? Nfc.Normalize(name) : throw CatalogueFaults.ServiceNameInvalid(typed ?? "").ToException();
    }

    /// <summary>Whether this can be a name as it stands.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength
        && !char.IsWhiteSpace(name[0])
        && !char.IsWhiteSpace(name[^1])
        && !name.Any(static c => char.IsControl(c) || char.IsSurrogate(c) || "*?;,[]".Contains(c, StringComparison.Ordinal));
}
