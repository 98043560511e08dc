namespace Rosewood.PolicyAdmin.Correspondence.Addresses;

/// <summary>
/// A mail address in the forms that the audit of correspondence needs. Two texts that reach the same mailbox have the same
/// <see cref="Canonical"/> form: lower case, without plus tag, without the dots that Gmail does not see.
/// </summary>
public sealed record CorrespondentAddress
{
    internal CorrespondentAddress(string local, string domain)
    {
        Local = local;
        Domain = domain;
        Canonical = CanonicalForm.Of(local, domain);
    }

    /// <summary>The part before the @, lower case, without quotes that it does not need.</summary>
    public string Local { get; }

    /// <summary>The domain, lower case, in ASCII (A-labels), without a dot at its end.</summary>
    public string Domain { get; }

    /// <summary>What addresses are compared by.</summary>
    public string Canonical { get; }

    /// <summary>The canonical form's domain.</summary>
    public string CanonicalDomain => Canonical[(Canonical.LastIndexOf('@') + 1)..];

    /// <summary>The address as one writes it, lower case.</summary>
    public override string ToString() => $"{Local}@{Domain}";

    /// <summary>Whether two are the same mailbox.</summary>
    public bool Equals(CorrespondentAddress? other) => other is not null && string.Equals(Canonical, other.Canonical, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Canonical);

    /// <summary>The address shown so that its owner knows it and nobody else learns it: <c>d…@gmail.com</c>.</summary>
    public string Masked() => $"{Local[..(char.IsHighSurrogate(Local[0]) && Local.Length > 1 ? 2 : 1)]}…@{Domain}";

    /// <summary>Reads one address as a trace, a register or a person writes it; null when it is none, or several.</summary>
    public static CorrespondentAddress? Parse(string? text) => AddressReader.ReadOne(text);
}
