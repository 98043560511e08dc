namespace Rosewood.PolicyAdmin.Correspondence.Addresses;

/// <summary>
/// The form by which addresses are compared, the same at import and in the audit: lower case; what follows a plus left out; for Gmail,
/// whose mailboxes don't see dots and have two domains, without dots and under one domain. Other providers keep dots apart.
/// </summary>
internal static class CanonicalForm
{
    private const string Gmail = "gmail.com";

    public static string Of(string local, string domain)
    {
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        var name = plus > 0 ? local[..plus] : local;
        if (domain is Gmail or "googlemail.com")
        {
            var undotted = name.Replace(".", "", StringComparison.Ordinal);
            return $"{(undotted.Length == 0 ? name : undotted)}@{Gmail}";
        }

        return $"{name}@{domain}";
    }
}
